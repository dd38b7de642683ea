// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/history/roomhistory.h"

#include <optional>
#include <vector>

namespace seatscope {

/// The rooms at one moment after another, for somebody who moves through the past: going forward a little reads only
/// what is between, everything else begins at the snapshot before. Equal to what RoomHistory::at() says of each moment.
/// Holds the rooms of one moment, within the limits of a RoomBook. Use from the reader's thread.
class RoomCursor {
public:
    /// \a reader must outlive the object.
    explicit RoomCursor(const JournalReader &reader) : m_reader(reader) {}

    /// The rooms after capture \a moment, ascending by id.
    [[nodiscard]] Result<std::vector<RoomStatePtr>> at(Sequence moment);
    /// Of the last answer: what was told before this capture is gone, and missing in it; absent when nothing is.
    [[nodiscard]] std::optional<Sequence> since() const { return m_since; }
    /// Lets go of the rooms; the next moment begins at a snapshot.
    void release() { m_book.reset(); }
    /// How many callbacks were reduced so far.
    [[nodiscard]] qint64 reduced() const { return m_reduced; }

private:
    /// Brings the book to \a moment; false when it does not lead there.
    [[nodiscard]] Result<bool> goForward(const RoomHistory &history, Sequence moment);

    const JournalReader &m_reader;
    std::optional<RoomBook> m_book; ///< the rooms at m_at
    Sequence m_at;
    std::optional<Sequence> m_since;
    qint64 m_reduced = 0;
};

} // namespace seatscope
