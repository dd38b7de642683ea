// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/seats/seattextmodel.h"

#include "model/tables/seatmodel.h"
#include "ui/seats/seatwords.h"
#include "ui/text/timetext.h"
#include "ui/text/visibletext.h"
#include "ui/theme/widgets.h"

namespace seatscope {

using namespace Qt::StringLiterals;

SeatTextModel::SeatTextModel(const Clock &clock, QObject *parent) : QIdentityProxyModel(parent), m_clock(clock) {}

bool SeatTextModel::isRestricted(const QModelIndex &index) const
{
    switch (index.column()) {
    case SeatModel::LockColumn:
        return index.data(SeatModel::LockedRole).toBool();
    case SeatModel::VideoColumn:
        return index.data(SeatModel::VideoDisabledRole).toBool();
    case SeatModel::AudioColumn:
        return index.data(SeatModel::AudioDisabledRole).toBool();
    default:
        return false;
    }
}

QString SeatTextModel::text(const QModelIndex &index) const
{
    const auto idOrDash = [&index](int role) {
        const QVariant id = index.data(role);
        return id.isValid() ? visibleId(id.toString()) : u"—"_s;
    };
    switch (index.column()) {
    case SeatModel::SeatColumn:
        return QString::number(index.data(SeatModel::SeatIndexRole).toInt());
    case SeatModel::UserColumn:
        return idOrDash(SeatModel::UserRole);
    case SeatModel::LockColumn:
        return isRestricted(index) ? tr("LOCKED") : tr("open");
    case SeatModel::VideoColumn:
    case SeatModel::AudioColumn:
        return isRestricted(index) ? tr("FORBIDDEN") : tr("allowed");
    case SeatModel::SinceColumn:
        return tr("#%1  %2").arg(QString::number(index.data(SeatModel::SinceSequenceRole).toLongLong()),
                                 TimeText::shortClock(ArrivalTime(index.data(SeatModel::SinceArrivalRole).toLongLong()),
                                                      m_clock.wallTime()));
    case SeatModel::ByColumn:
        return idOrDash(SeatModel::OperatorRole);
    default:
        return {};
    }
}

QString SeatTextModel::toolTip(const QModelIndex &index) const
{
    QStringList lines;
    switch (index.column()) {
    case SeatModel::UserColumn:
        lines += SeatWords::occupant(index);
        break;
    case SeatModel::LockColumn:
        lines += SeatWords::lock(index);
        break;
    case SeatModel::VideoColumn:
        lines += SeatWords::camera(index);
        break;
    case SeatModel::AudioColumn:
        lines += SeatWords::microphone(index);
        break;
    case SeatModel::SinceColumn:
        lines += SeatWords::since(index);
        lines += SeatWords::sinceTime(index);
        break;
    case SeatModel::ByColumn:
        lines += index.data(SeatModel::OperatorRole).isValid() ? index.data(SeatModel::OperatorRole).toString()
                                                               : tr("The callback named no operator");
        break;
    default:
        break;
    }
    lines += SeatWords::notMentioned(index);
    lines.removeAll(QString());
    return plainToolTip(lines.join(u'\n'));
}

QVariant SeatTextModel::icon(const QModelIndex &index) const
{
    const bool restricted = isRestricted(index);
    switch (index.column()) {
    case SeatModel::LockColumn:
        return m_icons.lock(restricted);
    case SeatModel::VideoColumn:
        return m_icons.camera(restricted);
    case SeatModel::AudioColumn:
        return m_icons.microphone(restricted);
    default:
        return {};
    }
}

QVariant SeatTextModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(index);
    case Qt::ToolTipRole:
        return toolTip(index);
    case Qt::DecorationRole:
        return icon(index);
    case Qt::FontRole: {
        const bool words = index.column() >= SeatModel::LockColumn && index.column() <= SeatModel::AudioColumn;
        QFont font = words ? QFont() : fixedFont();
        // Only where it says since when: with partial lists nearly every seat is not mentioned by the newest one.
        font.setItalic(index.column() == SeatModel::SinceColumn && index.data(SeatModel::StaleRole).toBool());
        font.setBold(isRestricted(index));
        return font;
    }
    case Qt::TextAlignmentRole:
        return index.column() == SeatModel::SeatColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::AccessibleDescriptionRole:
        return index.data(SeatModel::StaleRole).toBool() ? tr("not mentioned by the newest list") : QString();
    case RestrictedRole:
        return isRestricted(index);
    default:
        return QIdentityProxyModel::data(index, role);
    }
}

QVariant SeatTextModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return QIdentityProxyModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole && section == SeatModel::SeatColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SeatModel::SeatColumn:
        return tr("seat");
    case SeatModel::UserColumn:
        return tr("user");
    case SeatModel::LockColumn:
        return tr("state");
    case SeatModel::VideoColumn:
        return tr("camera");
    case SeatModel::AudioColumn:
        return tr("mic");
    case SeatModel::SinceColumn:
        return tr("since");
    case SeatModel::ByColumn:
        return tr("by");
    default:
        return {};
    }
}

} // namespace seatscope
