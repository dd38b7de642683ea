// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/clock.h"

#include <QModelIndex>
#include <QObject>
#include <QTimer>

class QAbstractItemView;

namespace seatscope {

/// How strongly the cells that changed are lit, and the repainting while any of them is. No timer runs otherwise.
class LitCells : public QObject {
    Q_OBJECT

public:
    /// How long a changed cell stays lit, ns.
    static constexpr qint64 durationNs = 1'500'000'000;

    /// Watches the model of \a view, which must be set. \a clock must outlive the object.
    LitCells(QAbstractItemView *view, const Clock &clock);

    /// 1 for a cell that changed just now, fading to 0; without a fade where the desktop asks for no animation.
    [[nodiscard]] double strength(const QModelIndex &index) const;
    /// Whether a repaint is scheduled.
    [[nodiscard]] bool isRunning() const { return m_timer.isActive(); }

private:
    void wake();
    void tick();

    QAbstractItemView *m_view;
    const Clock &m_clock;
    QTimer m_timer;
    qint64 m_untilNs = 0;
};

} // namespace seatscope
