// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/activity/activitypage.h"
#include "model/activity/activityquery.h"
#include "model/core/result.h"
#include "model/history/roomcursor.h"
#include "model/journal/journalreader.h"
#include "model/room/roomstate.h"
#include "model/session/captureinspection.h"
#include "model/session/roomsat.h"

#include <QObject>

#include <memory>
#include <vector>

namespace seatscope {

/// Reads the journal for the window, off the gui thread. Lives in the read thread: call its functions there; the
/// signals are emitted there.
class JournalReads : public QObject {
    Q_OBJECT

public:
    explicit JournalReads(QString path) : m_path(std::move(path)) {}

    /// Reads the summaries first … first+count−1; windowReady or windowFailed follows with \a token.
    void readWindow(Sequence first, int count, quint64 token);
    /// Reads and decodes one capture; inspectionReady or inspectionFailed follows with \a token.
    void inspect(Sequence sequence, quint64 token);
    /// Reads the rooms after capture \a at; roomsReady or roomsFailed follows with \a token. Keeps them to go on from.
    void readRooms(Sequence at, quint64 token);
    /// Finds the newest capture that had arrived by \a time; sequenceReady or sequenceFailed follows with \a token.
    void findSequence(ArrivalTime time, quint64 token);
    /// Lets go of the rooms that are kept.
    void releaseRooms();
    /// Looks for activities; activitiesReady or activitiesFailed follows with \a token.
    void findActivities(const ActivityQuery &query, quint64 token);

Q_SIGNALS:
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

private:
    /// The reader, opened when it is first needed.
    [[nodiscard]] Result<const JournalReader *> reader();
    [[nodiscard]] Result<RoomsAtPtr> roomsAt(const JournalReader &journal, Sequence at);

    const QString m_path;
    std::unique_ptr<JournalReader> m_reader;
    std::unique_ptr<RoomCursor> m_rooms;
};

} // namespace seatscope
