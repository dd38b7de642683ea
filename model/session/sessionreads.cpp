// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What the session asks of the read thread.

#include "model/session/journalreads.h"
#include "model/session/session.h"

namespace seatscope {

void Session::connectReads(const JournalReads &reads)
{
    connect(&reads, &JournalReads::windowReady, this, &Session::windowReady);
    connect(&reads, &JournalReads::windowFailed, this, &Session::windowFailed);
    connect(&reads, &JournalReads::inspectionReady, this, &Session::inspectionReady);
    connect(&reads, &JournalReads::inspectionFailed, this, &Session::inspectionFailed);
    connect(&reads, &JournalReads::activitiesReady, this, &Session::activitiesReady);
    connect(&reads, &JournalReads::activitiesFailed, this, &Session::activitiesFailed);
    connect(&reads, &JournalReads::roomsReady, this, &Session::roomsReady);
    connect(&reads, &JournalReads::roomsFailed, this, &Session::roomsFailed);
    connect(&reads, &JournalReads::sequenceReady, this, &Session::sequenceReady);
    connect(&reads, &JournalReads::sequenceFailed, this, &Session::sequenceFailed);
}

void Session::requestWindow(Sequence first, int count, quint64 token)
{
    postRead([first, count, token](JournalReads &reads) { reads.readWindow(first, count, token); });
}

void Session::requestInspection(Sequence sequence, quint64 token)
{
    postRead([sequence, token](JournalReads &reads) { reads.inspect(sequence, token); });
}

void Session::requestActivities(const ActivityQuery &query, quint64 token)
{
    postRead([query, token](JournalReads &reads) { reads.findActivities(query, token); });
}

void Session::requestRooms(Sequence at, quint64 token)
{
    postRead([at, token](JournalReads &reads) { reads.readRooms(at, token); });
}

void Session::requestSequenceAt(ArrivalTime time, quint64 token)
{
    postRead([time, token](JournalReads &reads) { reads.findSequence(time, token); });
}

void Session::releaseRooms()
{
    postRead([](JournalReads &reads) { reads.releaseRooms(); });
}

} // namespace seatscope
