// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/columnfit.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace seatscope {

ColumnFit::ColumnFit(QTableView *view, std::vector<Column> columns, int kept)
    : QObject(view),
      m_view(view),
      m_columns(std::move(columns)),
      m_kept(kept)
{
    view->viewport()->installEventFilter(this);
    connect(view->horizontalHeader(), &QHeaderView::sectionResized, this,
            [this](int column, int /*before*/, int width) { keepChosen(column, width); });
    fit();
}

void ColumnFit::keepChosen(int column, int width)
{
    const auto chosen = std::ranges::find(m_columns, column, &Column::column);
    if (m_isFitting || chosen == m_columns.end() || width == 0)
        return;
    chosen->wanted = width;
    chosen->least = width;
}

void ColumnFit::setWanted(int column, bool isWanted)
{
    const auto place = std::ranges::find(m_columns, column, &Column::column);
    if (place == m_columns.end() || place->isWanted == isWanted)
        return;
    place->isWanted = isWanted;
    fit();
}

void ColumnFit::fit()
{
    int surplus = m_kept - m_view->viewport()->width();
    for (const Column &column : m_columns)
        surplus += column.isWanted ? column.wanted : 0;
    // First narrower, then gone, each in the same order.
    std::vector<int> widths;
    for (const Column &column : m_columns) {
        const int given = column.isWanted ? std::clamp(surplus, 0, std::max(0, column.wanted - column.least)) : 0;
        widths.push_back(column.wanted - given);
        surplus -= given;
    }
    m_isFitting = true;
    for (size_t i = 0; i < m_columns.size(); ++i) {
        const bool givesWay = m_columns[i].isWanted && surplus > 0 && m_columns[i].mayHide;
        const bool isHidden = givesWay || !m_columns[i].isWanted;
        m_view->setColumnHidden(m_columns[i].column, isHidden);
        if (givesWay)
            surplus -= widths[i];
        if (!isHidden)
            m_view->horizontalHeader()->resizeSection(m_columns[i].column, widths[i]);
    }
    m_isFitting = false;
}

bool ColumnFit::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fit();
    return QObject::eventFilter(watched, event);
}

} // namespace seatscope
