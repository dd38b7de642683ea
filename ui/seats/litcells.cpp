// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/seats/litcells.h"

#include "model/tables/seatmodel.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>

namespace seatscope {

namespace {

constexpr int frameMs = 40;

} // namespace

LitCells::LitCells(QAbstractItemView *view, const Clock &clock) : QObject(view), m_view(view), m_clock(clock)
{
    connect(view->model(), &QAbstractItemModel::dataChanged, this, &LitCells::wake);
    connect(view->model(), &QAbstractItemModel::rowsInserted, this, &LitCells::wake);
    connect(&m_timer, &QTimer::timeout, this, &LitCells::tick);
}

double LitCells::strength(const QModelIndex &index) const
{
    const qint64 changedAt = index.data(SeatModel::ChangedAtRole).toLongLong();
    const qint64 elapsed = m_clock.monotonicNs() - changedAt;
    if (changedAt == 0 || elapsed < 0 || elapsed >= durationNs)
        return 0;
    return animationsWanted() ? 1 - static_cast<double>(elapsed) / static_cast<double>(durationNs) : 1;
}

void LitCells::wake()
{
    m_untilNs = m_clock.monotonicNs() + durationNs;
    if (!m_timer.isActive())
        m_timer.start(animationsWanted() ? frameMs : static_cast<int>(durationNs / 1'000'000));
}

void LitCells::tick()
{
    m_view->viewport()->update();
    if (m_clock.monotonicNs() >= m_untilNs)
        m_timer.stop();
}

} // namespace seatscope
