// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/seats/seatmap.h"

#include "ui/seats/litcells.h"
#include "ui/seats/seattiledelegate.h"

#include <QEvent>
#include <QScrollBar>

namespace seatscope {

SeatMap::SeatMap(QAbstractItemModel *tiles, const Clock &clock, QWidget *parent) : QListView(parent)
{
    setModel(tiles);
    m_lit = new LitCells(this, clock);
    m_delegate = new SeatTileDelegate(*m_lit, this);
    setItemDelegate(m_delegate);
    setAccessibleName(tr("Map of the seats of the chosen room"));
    setFlow(QListView::LeftToRight);
    setWrapping(true);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setFrameShape(QFrame::NoFrame);
    connect(tiles, &QAbstractItemModel::rowsInserted, this, &SeatMap::countChanged);
    connect(tiles, &QAbstractItemModel::rowsRemoved, this, &SeatMap::countChanged);
    connect(tiles, &QAbstractItemModel::modelReset, this, &SeatMap::countChanged);
    layOut({});
}

void SeatMap::countChanged()
{
    if (model()->rowCount() == 0)
        m_isFresh = true;
    else if (m_isFresh || !m_isPointerInside)
        layOut(topTile());
}

QModelIndex SeatMap::topTile() const
{
    return verticalScrollBar()->value() > 0 ? indexAt(QPoint(m_layout.tile.width() / 2, 0)) : QModelIndex();
}

void SeatMap::layOut(const QModelIndex &top)
{
    const int seats = model()->rowCount();
    m_isFresh = seats == 0;
    // Not the viewport's size: whether there is a scroll bar follows from the layout.
    const TileLayout layout =
        TileLayout::of(seats, contentsRect().size(), fontMetrics().height(), verticalScrollBar()->sizeHint().width());
    setVerticalScrollBarPolicy(layout.scrolls ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    if (layout == m_layout)
        return;
    m_layout = layout;
    m_delegate->setTileLayout(layout);
    verticalScrollBar()->setSingleStep(qMax(1, layout.tile.height() / 2));
    doItemsLayout();
    if (top.isValid())
        scrollTo(top, QAbstractItemView::PositionAtTop);
}

void SeatMap::resizeEvent(QResizeEvent *event)
{
    const QModelIndex top = topTile(); // before QListView lays out
    QListView::resizeEvent(event);
    layOut(top);
}

void SeatMap::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (m_delegate && (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange))
        layOut(topTile());
}

bool SeatMap::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Enter) {
        m_isPointerInside = true;
    } else if (event->type() == QEvent::Leave) {
        m_isPointerInside = false;
        layOut(topTile());
    }
    return QListView::viewportEvent(event);
}

void SeatMap::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    // Not QListView's: it would lay out all tiles anew, and their size does not depend on what they say.
    // NOLINTNEXTLINE(bugprone-parent-virtual-call)
    QAbstractItemView::dataChanged(topLeft, bottomRight, roles);
}

} // namespace seatscope
