// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/salvagedtable.h"

namespace seatscope {

namespace {

std::optional<Sequence> step(std::optional<SalvageCursor> &cursor)
{
    return cursor && cursor->next() ? std::optional(cursor->sequence()) : std::nullopt;
}

} // namespace

bool SalvagedTable::next()
{
    if (m_inTree == m_sequence)
        m_inTree = step(m_tree);
    if (m_inPages == m_sequence)
        m_inPages = step(m_pages);
    if (!m_inTree && !m_inPages)
        return false;
    m_isFromTree = m_inTree && (!m_inPages || *m_inTree <= *m_inPages);
    m_sequence = m_isFromTree ? *m_inTree : *m_inPages;
    return true;
}

std::vector<SequenceRange> SalvagedTable::unreadable() const
{
    return m_tree ? m_tree->unreadable() : std::vector<SequenceRange>();
}

} // namespace seatscope
