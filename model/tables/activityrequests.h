// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/activity/activitypage.h"
#include "model/activity/activityquery.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <functional>

namespace seatscope {

class ActivityModel;
class Session;
class StayModel;

/// Asks a session for activities of the past and brings each answer to whoever asked. Lives in the session's thread;
/// the session must outlive it.
class ActivityRequests : public QObject {
    Q_OBJECT

public:
    using Ready = std::function<void(const ActivityPage &page)>;
    using Failed = std::function<void(const QString &message)>;

    explicit ActivityRequests(Session &session, QObject *parent = nullptr);

    /// One of the two is called later; none when \a asker is gone by then.
    void ask(const ActivityQuery &query, QObject *asker, Ready ready, Failed failed);
    /// Joins \a model to the session: what it publishes, and the pages of the past.
    void serve(ActivityModel &model);
    /// Joins \a model to the pages of the past.
    void serve(StayModel &model);

private:
    template<typename Model>
    void answer(Model &model);

    struct Waiting {
        QPointer<QObject> asker;
        Ready ready;
        Failed failed;
    };

    Session &m_session;
    QHash<quint64, Waiting> m_waiting;
    quint64 m_lastToken = 0;
};

} // namespace seatscope
