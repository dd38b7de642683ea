// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/request/namevaluemodel.h"

#include "ui/text/visibletext.h"
#include "ui/theme/symbolicicon.h"

#include <algorithm>
#include <utility>

namespace seatscope {

using namespace Qt::StringLiterals;

void NameValueModel::setRows(std::vector<Row> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_faults.assign(m_rows.size(), QString());
    endResetModel();
}

int NameValueModel::addBehind(int row)
{
    const int place = row < 0 || row >= rowCount() ? rowCount() : row + 1;
    beginInsertRows({}, place, place);
    m_rows.insert(m_rows.begin() + place, Row{});
    m_faults.insert(m_faults.begin() + place, QString());
    endInsertRows();
    Q_EMIT edited();
    return place;
}

void NameValueModel::removeRowAt(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    m_faults.erase(m_faults.begin() + row);
    endRemoveRows();
    Q_EMIT edited();
}

int NameValueModel::move(int row, bool up)
{
    const int other = up ? row - 1 : row + 1;
    if (row < 0 || row >= rowCount() || other < 0 || other >= rowCount())
        return row;
    // Qt names the place before which the row comes to lie.
    beginMoveRows({}, row, row, {}, up ? other : other + 1);
    std::swap(m_rows[static_cast<size_t>(row)], m_rows[static_cast<size_t>(other)]);
    std::swap(m_faults[static_cast<size_t>(row)], m_faults[static_cast<size_t>(other)]);
    endMoveRows();
    Q_EMIT edited();
    return other;
}

void NameValueModel::setFaults(const std::vector<std::pair<int, QString>> &faults)
{
    std::vector<QString> wanted(m_rows.size());
    for (const auto &[row, text] : faults) {
        if (row >= 0 && row < rowCount())
            wanted[static_cast<size_t>(row)] = text;
    }
    if (wanted == m_faults)
        return;
    m_faults = std::move(wanted);
    Q_EMIT dataChanged(index(0, NameColumn), index(rowCount() - 1, ValueColumn),
                       {Qt::DecorationRole, Qt::ToolTipRole, Qt::AccessibleDescriptionRole});
}

int NameValueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int NameValueModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant NameValueModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows.at(static_cast<size_t>(index.row()));
    const QString &fault = m_faults.at(static_cast<size_t>(index.row()));
    const QString &text = index.column() == NameColumn ? row.name : row.value;
    switch (role) {
    case Qt::DisplayRole:
        return visibleText(text);
    case Qt::EditRole:
        return text;
    case Qt::DecorationRole:
        return index.column() == NameColumn && !fault.isEmpty() ? QVariant(symbolicIcon(u"warning"_s, Tint::Bad))
                                                                : QVariant();
    case Qt::ToolTipRole:
        return plainToolTip(fault.isEmpty() ? text : fault);
    case Qt::AccessibleDescriptionRole:
        return fault;
    default:
        return {};
    }
}

QVariant NameValueModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Name") : tr("Value");
}

Qt::ItemFlags NameValueModel::flags(const QModelIndex &index) const
{
    return QAbstractTableModel::flags(index) | (index.isValid() ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

bool NameValueModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::EditRole)
        return false;
    Row &row = m_rows.at(static_cast<size_t>(index.row()));
    QString &text = index.column() == NameColumn ? row.name : row.value;
    // Opening an editor and closing it again is no change.
    if (text == value.toString())
        return true;
    text = value.toString();
    row.recorded.reset();
    Q_EMIT dataChanged(index, index, {Qt::DisplayRole, Qt::EditRole, Qt::ToolTipRole});
    Q_EMIT edited();
    return true;
}

} // namespace seatscope
