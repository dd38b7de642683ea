// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/clock.h"
#include "model/core/result.h"
#include "model/replay/editedrequest.h"
#include "model/replay/replaychange.h"
#include "model/replay/replayresult.h"

#include <QObject>

#include <memory>
#include <vector>

namespace seatscope {

class Session;

/// Where an edited request goes, and how.
struct SendingOptions {
    QString target;            ///< an http or https URL; empty: this program's own port
    bool mark = true;          ///< a field says that it was edited, and of which capture; always to the own port
    bool freshTimes = false;   ///< EventTime is shifted to now
    bool signsAnew = false;    ///< RequestTime and Sign are computed anew, with the session's token
    bool allowsRemote = false; ///< also to a target that is not this machine
};

/// What came of it.
struct SendingOutcome {
    ReplayResult result;
    std::vector<ReplayChange> changes; ///< in which the request differed from the edited one
    QString target;                    ///< where it went, for a person
    bool isOwn = false;                ///< to this program, where it arrives as a capture; else it is kept as one
};

/// Sends an edited request and keeps it: what goes elsewhere becomes a capture that changes no room, what goes to the
/// own port arrives as one. Both name their origin. One at a time; event driven, without a thread: a request and an
/// answer are bounded, and nothing waits. Lives in the thread of the session, which must outlive it.
class EditedSending : public QObject {
    Q_OBJECT

public:
    EditedSending(Session &session, const Clock &clock, QObject *parent = nullptr);
    ~EditedSending() override;

    /// Where the own port is, for a person.
    [[nodiscard]] QString ownTarget() const;
    /// Whether the session has a token to sign with.
    [[nodiscard]] bool canSign() const;
    /// What is wrong with \a url as a target; empty when it can be one.
    [[nodiscard]] static QString targetProblem(const QString &url);

    /// Begins; done() or refused() follows. Error: it cannot be sent, or another one is under way.
    [[nodiscard]] Result<void> send(const EditedRequest &request, const SendingOptions &options);
    [[nodiscard]] bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
    /// Also when nobody answered: the result says why.
    void done(const seatscope::SendingOutcome &outcome);
    /// Nothing was sent. \a isRemote: \a target is not this machine, and allowsRemote would let it be sent.
    void refused(const QString &message, bool isRemote, const QString &target);

private:
    struct Sent;

    void finish(const ReplayResult &result);

    Session &m_session;
    const Clock &m_clock;
    std::unique_ptr<Sent> m_sent; ///< what is, or was last, under way
    bool m_isBusy = false;
};

} // namespace seatscope
