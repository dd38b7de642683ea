// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/seats/seattilemodel.h"

#include "model/tables/seatmodel.h"
#include "ui/seats/seatwords.h"
#include "ui/text/initials.h"
#include "ui/text/visibletext.h"

#include <algorithm>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// Longer than any id that the services allow; what a stranger sends must not fill the screen.
constexpr qsizetype longestId = 400;

QString shown(const QVariant &id)
{
    return visibleId(cutMiddle(id.toString(), longestId));
}

} // namespace

SeatTileModel::SeatTileModel(QObject *parent) : QSortFilterProxyModel(parent) {}

bool SeatTileModel::filterAcceptsColumn(int column, const QModelIndex & /*parent*/) const
{
    return column == SeatModel::SeatColumn;
}

QString SeatTileModel::name(const QModelIndex &index)
{
    const QVariant user = index.data(SeatModel::UserRole);
    const bool isLocked = index.data(SeatModel::LockedRole).toBool();
    QStringList parts = {tr("Seat %1").arg(index.data(SeatModel::SeatIndexRole).toInt())};
    if (user.isValid())
        parts += shown(user);
    else
        parts += isLocked ? tr("empty") : tr("free");
    if (isLocked)
        parts += tr("locked");
    if (index.data(SeatModel::AudioDisabledRole).toBool())
        parts += tr("microphone forbidden");
    if (index.data(SeatModel::VideoDisabledRole).toBool())
        parts += tr("camera forbidden");
    return parts.join(u", "_s);
}

QString SeatTileModel::description(const QModelIndex &index)
{
    const QVariant by = index.data(SeatModel::OperatorRole);
    QStringList parts = {SeatWords::since(index)};
    parts += by.isValid() ? tr("by %1").arg(shown(by)) : QString();
    parts += SeatWords::notMentioned(index);
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString SeatTileModel::toolTip(const QModelIndex &index)
{
    const QVariant by = index.data(SeatModel::OperatorRole);
    QStringList lines = {tr("Seat %1").arg(index.data(SeatModel::SeatIndexRole).toInt()),
                         cutMiddle(SeatWords::occupant(index), longestId),
                         SeatWords::lock(index),
                         SeatWords::microphone(index),
                         SeatWords::camera(index),
                         SeatWords::since(index),
                         SeatWords::sinceTime(index),
                         by.isValid() ? tr("Changed by %1").arg(cutMiddle(by.toString(), longestId))
                                      : tr("That callback named no operator"),
                         SeatWords::notMentioned(index)};
    lines.removeAll(QString());
    return plainToolTip(lines.join(u'\n'));
}

qint64 SeatTileModel::changedAt(int row) const
{
    qint64 newest = 0;
    for (int column = 0; column < SeatModel::ColumnCount; ++column)
        newest = std::max(newest, sourceModel()->index(row, column).data(SeatModel::ChangedAtRole).toLongLong());
    return newest;
}

QVariant SeatTileModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return QString::number(index.data(SeatModel::SeatIndexRole).toInt());
    case Qt::ToolTipRole:
        return toolTip(index);
    case Qt::AccessibleTextRole:
        return name(index);
    case Qt::AccessibleDescriptionRole:
        return description(index);
    case SeatModel::ChangedAtRole:
        return changedAt(mapToSource(index).row());
    default:
        return QSortFilterProxyModel::data(index, role);
    }
}

} // namespace seatscope
