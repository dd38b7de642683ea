// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/captures/followmode.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>

namespace seatscope {

FollowMode::FollowMode(QTableView *view) : QObject(view), m_view(view)
{
    connect(view->model(), &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex & /*parent*/, int first, int last) { rowsInserted(first, last); });
    for (const auto aboutToChange :
         {&QAbstractItemModel::rowsAboutToBeInserted, &QAbstractItemModel::rowsAboutToBeRemoved})
        connect(view->model(), aboutToChange, this, &FollowMode::holdTop);
    connect(view->model(), &QAbstractItemModel::rowsRemoved, this, &FollowMode::restoreTop);
    connect(view->model(), &QAbstractItemModel::modelReset, this, [this] {
        m_top = QPersistentModelIndex();
        m_newRows = 0;
        Q_EMIT changed();
    });
    connect(view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &FollowMode::currentChanged);
    QScrollBar *bar = view->verticalScrollBar();
    connect(bar, &QScrollBar::actionTriggered, this, &FollowMode::scrolledByHand);
    connect(bar, &QScrollBar::rangeChanged, this, [this, bar](int /*minimum*/, int maximum) {
        if (m_following)
            bar->setValue(maximum);
        else
            restoreTop();
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
    restoreTop();
    // What comes before all others, or where nothing was, has been found by a filter and is not new.
    if (first == 0 || last < m_view->model()->rowCount() - 1)
        return;
    m_newRows += last - first + 1;
    Q_EMIT changed();
}

void FollowMode::holdTop()
{
    const int row = m_view->rowAt(0);
    if (m_following || m_top.isValid() || row < 0)
        return;
    m_top = m_view->model()->index(row, 0);
    m_topOffset = m_view->rowViewportPosition(row);
}

void FollowMode::restoreTop()
{
    // The view learns of its rows at once, its scroll bar only with the next layout: hence once more when that comes.
    if (m_following || !m_top.isValid())
        return;
    const int wanted = m_view->verticalHeader()->sectionPosition(m_top.row()) - m_topOffset;
    m_view->verticalScrollBar()->setValue(wanted);
    if (m_view->verticalScrollBar()->value() == wanted)
        m_top = QPersistentModelIndex();
}

void FollowMode::scrolledByHand()
{
    m_top = QPersistentModelIndex();
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
