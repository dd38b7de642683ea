// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/activity/activitypage.h"
#include "model/activity/activityquery.h"
#include "model/core/clock.h"
#include "model/core/result.h"
#include "model/health/healthsnapshot.h"
#include "model/journal/capture.h"
#include "model/pipeline/batch.h"
#include "model/pipeline/sentrequest.h"
#include "model/session/captureinspection.h"
#include "model/session/roomsat.h"
#include "model/session/sessionconfig.h"
#include "model/session/sessioncounters.h"

#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>
#include <vector>

namespace seatscope {

class JournalReads;
class JournalWriter;
class Receiver;
class RoomArrivals;
struct CallbackSenderOptions;

/// The facade that the window and the commands use: starts and stops the receiver, the writer and the readers, and
/// tells what came. Lives in the thread that made it (the gui or main thread); all signals are emitted there.
class Session : public QObject {
    Q_OBJECT

public:
    explicit Session(SessionConfig config, QObject *parent = nullptr);
    ~Session() override;

    /// Opens the journal, restores the rooms and listens. The Error says what to do (port taken, journal locked, bad
    /// certificate, open to everybody without leave, …).
    [[nodiscard]] Result<void> start();
    /// Stops listening; everything that waits is answered or refused, nothing acknowledged is lost. Blocks shortly.
    void stop();

    /// Where callbacks are received, for example http://127.0.0.1:8088/; with the port that was really taken, and with
    /// the path even where it is secret: not for logs and errors.
    [[nodiscard]] QUrl callbackUrl() const;
    [[nodiscard]] const SessionConfig &config() const;
    /// What is not as it should be with the certificate (expired, not valid yet), empty when all is well or without
    /// TLS.
    [[nodiscard]] QString tlsWarning() const;
    /// That the system lets fewer connections be open than the configuration asks for, empty when it does not.
    [[nodiscard]] QString connectionsWarning() const;
    /// How a sender reaches the own port: URL, token, an application that is let in, the certificate to expect.
    [[nodiscard]] CallbackSenderOptions ownSenderOptions() const;
    /// The rooms as restored at start, kept up to date with what was published.
    [[nodiscard]] std::vector<RoomStatePtr> rooms() const;
    /// The highest sequence that was published.
    [[nodiscard]] Sequence lastSequence() const;
    /// Which captures there are, as ascending ranges: those found at start, with all that was published.
    [[nodiscard]] std::vector<SequenceRange> keptRanges() const;
    [[nodiscard]] SessionCounters counters() const;
    /// How the callbacks of the last \a span (ten minutes at most) fare, and all since the start.
    [[nodiscard]] HealthSnapshot health(std::chrono::seconds span) const;
    /// How lists are read, as chosen and kept in the journal.
    [[nodiscard]] const Assumptions &assumptions() const;
    /// Has the lists of \a choice.scope read so from now on, and all that is known read anew. readingChosen or
    /// readingFailed follows; it outlives the session.
    void choose(const ReadingChoice &choice);
    /// Bookmarks captures or notes something about them, mostMarkedAtOnce at most. published with the markings,
    /// markingFailed or both follow.
    void mark(const Marking &marking);
    /// Keeps what was sent from here as a capture of its own, which changes no room. published, whose capture has the
    /// flag Sent, or keepingFailed follows.
    void keepSent(const SentRequest &sent);
    /// What adds captures to the journal that did not arrive, in a transaction of its own, and tells the rooms of them.
    /// Returns what is to be published, null when nothing was added.
    using JournalWork = std::function<BatchPtr(JournalWriter &journal, RoomArrivals &rooms)>;
    /// Has \a work done in the writer thread between two batches: callbacks wait for it, so it must be short. False:
    /// the session does not run, and \a work will not be called. Any thread.
    [[nodiscard]] bool addToJournal(JournalWork work);
    /// Text of the last write that failed, empty while writing works.
    [[nodiscard]] QString writeTrouble() const;

    /// Asks for the summaries first … first+count−1; windowReady or windowFailed follows with the same token.
    void requestWindow(Sequence first, int count, quint64 token);
    /// Asks for one capture; inspectionReady or inspectionFailed follows with the same token.
    void requestInspection(Sequence sequence, quint64 token);
    /// Asks for the rooms after capture \a at (0: before the first); roomsReady or roomsFailed follows with the same
    /// token. Going forward a little takes an instant, going elsewhere up to a tenth of a second.
    void requestRooms(Sequence at, quint64 token);
    /// Asks which capture is the newest that had arrived by \a time; sequenceReady (0: none) or sequenceFailed follows.
    void requestSequenceAt(ArrivalTime time, quint64 token);
    /// Lets go of the rooms that the last requestRooms() keeps in memory to go on from.
    void releaseRooms();
    /// Asks for activities of the past; activitiesReady or activitiesFailed follows with the same token.
    void requestActivities(const ActivityQuery &query, quint64 token);
    /// Posts a realistic seat callback to the own port, through the network as Tencent would. testCallbackDone follows.
    void sendTestCallback();

Q_SIGNALS:
    /// Captures and rooms that are on disk now, rooms that are read anew, and captures that are gone; merged, at most
    /// once per 16 ms. After a burst the oldest summaries may be missing (the first is then later than the last one
    /// published + 1): they are in the journal.
    void published(const seatscope::BatchPtr &batch);
    /// How lists are read is another now; the rooms that are different were published before.
    void readingChosen();
    /// How lists are read could not be kept, so it is as it was.
    void readingFailed(const QString &message);
    /// Captures were not marked as was wanted: none of them, or not those that are gone.
    void markingFailed(const QString &message);
    /// What was sent from here could not be kept.
    void keepingFailed(const QString &message);
    void windowReady(const std::vector<seatscope::CaptureSummary> &captures, quint64 token);
    void inspectionReady(const std::shared_ptr<const seatscope::CaptureInspection> &inspection, quint64 token);
    void windowFailed(const QString &message, quint64 token);
    void inspectionFailed(const QString &message, quint64 token);
    void roomsReady(const std::shared_ptr<const seatscope::RoomsAt> &rooms, quint64 token);
    void roomsFailed(const QString &message, quint64 token);
    void sequenceReady(seatscope::Sequence sequence, quint64 token);
    void sequenceFailed(const QString &message, quint64 token);
    void activitiesReady(const seatscope::ActivityPagePtr &page, quint64 token);
    void activitiesFailed(const QString &message, quint64 token);
    void testCallbackDone(bool ok, const QString &message);
    /// At most once a second, and when something is wrong with writing.
    void countersChanged();

private:
    void startThreads(std::unique_ptr<Receiver> receiver);
    void connectReads(const JournalReads &reads);
    /// Has \a read run in the read thread.
    void postRead(const std::function<void(JournalReads &)> &read);
    void openMail();
    void refreshCounters();

    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace seatscope
