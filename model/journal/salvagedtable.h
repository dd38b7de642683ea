// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/journal/salvagecursor.h"

#include <optional>

namespace seatscope {

/// The rows of a table of a damaged journal in order of the sequences: those that SQLite finds in the table's tree, and
/// those that only its pages still have.
class SalvagedTable {
public:
    /// Either may be missing. Both give the same columns.
    SalvagedTable(std::optional<SalvageCursor> tree, std::optional<SalvageCursor> pages)
        : m_tree(std::move(tree)),
          m_pages(std::move(pages))
    {
    }

    /// Goes to the next row; false when there is none.
    bool next();
    /// Of the row; only after next() returned true, like row().
    [[nodiscard]] Sequence sequence() const { return m_sequence; }
    [[nodiscard]] const SqliteStatement &row() const { return m_isFromTree ? m_tree->row() : m_pages->row(); }
    /// Whether there is a tree, so that unreadable() tells where it is damaged.
    [[nodiscard]] bool hasTree() const { return m_tree.has_value(); }
    [[nodiscard]] std::vector<SequenceRange> unreadable() const;

private:
    std::optional<SalvageCursor> m_tree;
    std::optional<SalvageCursor> m_pages;
    std::optional<Sequence> m_inTree = Sequence();  ///< where m_tree stands; nothing when it has ended
    std::optional<Sequence> m_inPages = Sequence(); ///< where m_pages stands
    Sequence m_sequence;
    bool m_isFromTree = false;
};

} // namespace seatscope
