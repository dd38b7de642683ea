// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/inspector/seatreportmodel.h"

#include "ui/text/visibletext.h"
#include "ui/theme/widgets.h"

namespace seatscope {

using namespace Qt::StringLiterals;

SeatReportModel::SeatReportModel(QObject *parent) : QAbstractTableModel(parent) {}

void SeatReportModel::show(std::vector<SeatReport> seats)
{
    beginResetModel();
    m_seats = std::move(seats);
    endResetModel();
}

int SeatReportModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_seats.size());
}

int SeatReportModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString SeatReportModel::text(const SeatReport &seat, int column)
{
    switch (column) {
    case SeatColumn:
        return QString::number(seat.index.value());
    case UserColumn:
        return seat.user ? visibleId(seat.user->text()) : u"—"_s;
    case LockColumn:
        return seat.locked ? tr("LOCKED") : tr("open");
    case VideoColumn:
        return seat.videoDisabled ? tr("FORBIDDEN") : tr("allowed");
    case AudioColumn:
        return seat.audioDisabled ? tr("FORBIDDEN") : tr("allowed");
    default:
        return {};
    }
}

QVariant SeatReportModel::icon(const SeatReport &seat, int column) const
{
    switch (column) {
    case LockColumn:
        return m_icons.lock(seat.locked);
    case VideoColumn:
        return m_icons.camera(seat.videoDisabled);
    case AudioColumn:
        return m_icons.microphone(seat.audioDisabled);
    default:
        return {};
    }
}

QVariant SeatReportModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SeatReport &seat = m_seats.at(static_cast<size_t>(index.row()));
    switch (role) {
    case Qt::DisplayRole:
        return text(seat, index.column());
    case Qt::ToolTipRole:
        return index.column() == UserColumn && seat.user ? plainToolTip(seat.user->text()) : QString();
    case Qt::DecorationRole:
        return icon(seat, index.column());
    case Qt::FontRole:
        return index.column() <= UserColumn ? QVariant(fixedFont()) : QVariant();
    default:
        return {};
    }
}

QVariant SeatReportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SeatColumn:
        return tr("seat");
    case UserColumn:
        return tr("user");
    case LockColumn:
        return tr("state");
    case VideoColumn:
        return tr("camera");
    case AudioColumn:
        return tr("mic");
    default:
        return {};
    }
}

} // namespace seatscope
