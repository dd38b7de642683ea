// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/captures/followmode.h"

#include <QScrollBar>
#include <QTableView>

namespace seatscope {

FollowMode::FollowMode(QTableView *view) : QObject(view), m_view(view)
{
    connect(view->model(), &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex & /*parent*/, int first, int last) { rowsInserted(first, last); });
    connect(view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &FollowMode::currentChanged);
    QScrollBar *bar = view->verticalScrollBar();
    connect(bar, &QScrollBar::actionTriggered, this, &FollowMode::scrolledByHand);
    connect(bar, &QScrollBar::rangeChanged, this, [this, bar](int /*minimum*/, int maximum) {
        if (m_following)
            bar->setValue(maximum);
    });
}

void FollowMode::follow()
{
    m_following = true;
    m_newRows = 0;
    m_view->scrollToBottom();
    Q_EMIT changed();
}

void FollowMode::stop()
{
    if (!m_following)
        return;
    m_following = false;
    m_newRows = 0;
    Q_EMIT changed();
}

void FollowMode::rowsInserted(int first, int last)
{
    if (m_following)
        return; // the new range of the scroll bar moves the view
    m_newRows += last - first + 1;
    Q_EMIT changed();
}

void FollowMode::scrolledByHand()
{
    const QScrollBar *bar = m_view->verticalScrollBar();
    if (bar->sliderPosition() < bar->maximum())
        stop();
    else if (!m_following)
        follow();
}

void FollowMode::currentChanged(const QModelIndex &current)
{
    if (current.isValid() && current.row() < m_view->model()->rowCount() - 1)
        stop();
}

} // namespace seatscope
