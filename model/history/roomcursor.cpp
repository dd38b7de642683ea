// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/history/roomcursor.h"

#include "model/history/snapshots.h"

#include <utility>

namespace seatscope {

Result<std::vector<RoomStatePtr>> RoomCursor::at(Sequence moment)
{
    const Result<RoomHistory> history = RoomHistory::open(m_reader);
    if (!history)
        return tl::unexpected<Error>(history.error());
    const Result<Sequence> last = m_reader.lastSequence();
    if (!last)
        return tl::unexpected<Error>(last.error());
    const Result<bool> isThere = goForward(*history, moment);
    if (!isThere)
        return tl::unexpected<Error>(isThere.error());
    if (!*isThere) {
        release(); // never the rooms of two moments in memory
        Result<RoomHistory::Known> known = history->known(
            moment, [this](const KeptCallback &, const RoomStatePtr &, const Reduction &) { return ++m_reduced; });
        if (!known)
            return tl::unexpected<Error>(known.error());
        m_book = std::move(known->book);
        m_since = known->since;
    }
    m_at = moment;
    std::vector<RoomStatePtr> rooms = m_book->rooms();
    // What has not come yet may come until the next question.
    if (moment > *last)
        release();
    return rooms;
}

Result<bool> RoomCursor::goForward(const RoomHistory &history, Sequence moment)
{
    const bool isNear = m_book && moment >= m_at && moment.value() - m_at.value() <= SnapshotRhythm::leastCallbacks;
    // Further on a snapshot may know what is missing.
    if (!isNear || m_since || m_book->assumptions() != history.assumptions())
        return false;
    const Result<void> replayed =
        history.replay(*m_book, m_at, moment,
                       [this](const KeptCallback &, const RoomStatePtr &, const Reduction &) { return ++m_reduced; });
    if (!replayed) {
        release(); // it may be anywhere in between
        return tl::unexpected<Error>(replayed.error());
    }
    // Where retention took captures away, the snapshot before may know more. Counted afterwards: what is gone stays so.
    return m_reader.countBetween(m_at, moment).map([this, moment](qint64 count) {
        return count == moment.value() - m_at.value();
    });
}

} // namespace seatscope
