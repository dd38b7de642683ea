// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/rowbatch.h"

#include <algorithm>
#include <array>

namespace seatscope {

namespace {

/// All that \a row points to.
std::array<QByteArrayView *, 10> viewsOf(CaptureRow &row)
{
    return {&row.method,
            &row.target,
            &row.peer,
            &row.command,
            row.room ? &*row.room : nullptr,
            row.operatorAccount ? &*row.operatorAccount : nullptr,
            &row.reason,
            &row.note,
            &row.head,
            &row.body};
}

} // namespace

RowBatch::RowBatch() : m_bytes(mostBytes)
{
    m_rows.reserve(mostRows);
}

void RowBatch::add(const CaptureRow &row)
{
    CaptureRow &held = m_rows.emplace_back(row);
    const auto views = viewsOf(held);
    qsizetype size = 0;
    for (const QByteArrayView *const view : views)
        size += view ? view->size() : 0;
    char *to = m_bytes.data() + m_used;
    if (size > std::ssize(m_bytes) - m_used) {
        m_large = QByteArray(size, Qt::Uninitialized);
        to = m_large.data();
    } else {
        m_used += size;
    }
    for (QByteArrayView *const view : views) {
        if (!view)
            continue;
        const char *const from = to;
        to = std::copy(view->begin(), view->end(), to);
        *view = QByteArrayView(from, to);
    }
}

void RowBatch::clear()
{
    m_rows.clear();
    m_used = 0;
    m_large = QByteArray();
}

} // namespace seatscope
