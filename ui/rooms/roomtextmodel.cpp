// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/rooms/roomtextmodel.h"

#include "model/tables/roommodel.h"
#include "ui/seats/roomfindingwords.h"
#include "ui/text/timetext.h"
#include "ui/text/visibletext.h"
#include "ui/text/words.h"
#include "ui/theme/symbolicicon.h"
#include "ui/theme/widgets.h"

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 silentAfterUs = 60'000'000;

} // namespace

RoomTextModel::RoomTextModel(const Clock &clock, QObject *parent)
    : QIdentityProxyModel(parent),
      m_clock(clock),
      m_active(symbolicIcon(u"room-active"_s, Tint::Ok)),
      m_silent(symbolicIcon(u"room-silent"_s, Tint::Muted))
{
}

void RoomTextModel::refreshAges()
{
    if (const int rows = rowCount(); rows > 0)
        Q_EMIT dataChanged(index(0, 0), index(rows - 1, RoomModel::LastColumn), {Qt::DisplayRole, Qt::DecorationRole});
}

void RoomTextModel::setMoment(std::optional<ArrivalTime> moment)
{
    m_moment = moment;
    refreshAges();
}

qint64 RoomTextModel::ageUs(const QModelIndex &index) const
{
    return m_moment.value_or(m_clock.wallTime()).value() - index.data(RoomModel::LastArrivalRole).toLongLong();
}

bool RoomTextModel::hasEnded(const QModelIndex &index) const
{
    return index.data(RoomModel::StatusRole).toInt() == static_cast<int>(RoomStatus::Destroyed);
}

QString RoomTextModel::liveliness(const QModelIndex &index) const
{
    if (hasEnded(index))
        return tr("ended");
    return isSilent(index.row()) ? tr("silent") : tr("active");
}

QString RoomTextModel::description(const QModelIndex &index) const
{
    const int findings = index.data(RoomModel::FindingCountRole).toInt();
    return findings == 0 ? liveliness(index) : tr("%1, %2").arg(liveliness(index), RoomFindingWords::count(findings));
}

bool RoomTextModel::isSilent(int row) const
{
    return ageUs(index(row, 0)) > silentAfterUs;
}

QString RoomTextModel::text(const QModelIndex &index) const
{
    switch (index.column()) {
    case RoomModel::IdColumn:
        return visibleId(index.data(RoomModel::RoomIdRole).toString());
    case RoomModel::TakenColumn: {
        const QString taken = QString::number(index.data(RoomModel::TakenSeatsRole).toInt());
        const QString both = tr("%1/%2").arg(taken).arg(index.data(RoomModel::SeatCountRole).toInt());
        return both.size() > longestTaken ? taken : both;
    }
    case RoomModel::LastColumn:
        return hasEnded(index) ? tr("ended") : TimeText::age(ageUs(index));
    default:
        return {};
    }
}

QString RoomTextModel::toolTip(const QModelIndex &index) const
{
    const QString id = index.data(RoomModel::RoomIdRole).toString();
    const QString product = Words::product(static_cast<Product>(index.data(RoomModel::ProductRole).toInt()));
    const ArrivalTime last(index.data(RoomModel::LastArrivalRole).toLongLong());
    QStringList lines = {visibleId(id), tr("Product: %1").arg(product),
                         tr("Seats taken: %1 of %2")
                             .arg(index.data(RoomModel::TakenSeatsRole).toInt())
                             .arg(index.data(RoomModel::SeatCountRole).toInt()),
                         tr("Last callback: #%1, %2")
                             .arg(index.data(RoomModel::LastSequenceRole).toLongLong())
                             .arg(TimeText::local(last))};
    if (hasEnded(index))
        lines += tr("Ended: the room was destroyed");
    else if (isSilent(index.row()))
        lines += tr("Silent: no callback for more than a minute");
    if (const auto *rooms = qobject_cast<const RoomModel *>(sourceModel())) {
        for (const RoomFinding &finding : rooms->findings(mapToSource(index).row()))
            lines += tr("Finding: %1").arg(RoomFindingWords::what(finding));
    }
    return plainToolTip(lines.join(u'\n'));
}

QVariant RoomTextModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(index);
    case Qt::ToolTipRole:
        return toolTip(index);
    case Qt::DecorationRole:
        return index.column() == RoomModel::IdColumn
                   ? QVariant(hasEnded(index) || isSilent(index.row()) ? m_silent : m_active)
                   : QVariant();
    case Qt::FontRole:
        return fixedFont();
    case Qt::TextAlignmentRole:
        return index.column() == RoomModel::IdColumn ? QVariant() : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::AccessibleDescriptionRole:
        return description(index);
    default:
        return QIdentityProxyModel::data(index, role);
    }
}

QVariant RoomTextModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return QIdentityProxyModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole && section != RoomModel::IdColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == RoomModel::LastColumn)
        return tr("Time since the last callback of the room");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case RoomModel::IdColumn:
        return tr("room");
    case RoomModel::TakenColumn:
        return tr("taken");
    case RoomModel::LastColumn:
        return tr("last");
    default:
        return {};
    }
}

} // namespace seatscope
