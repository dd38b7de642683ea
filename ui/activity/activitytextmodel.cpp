// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/activity/activitytextmodel.h"

#include "ui/activity/activitywords.h"
#include "ui/text/initials.h"
#include "ui/text/timetext.h"
#include "ui/text/visibletext.h"
#include "ui/theme/symbolicicon.h"
#include "ui/theme/widgets.h"

namespace seatscope {

namespace {

using Feed = ActivityModel;

/// What takes something away has the colour of a warning beside its shape.
Tint tintOf(ActivityKind kind)
{
    switch (kind) {
    case ActivityKind::PutOffSeat:
    case ActivityKind::VideoForbidden:
    case ActivityKind::AudioForbidden:
    case ActivityKind::RoomDestroyed:
        return Tint::Bad;
    case ActivityKind::SeatLocked:
        return Tint::Warn;
    case ActivityKind::TookSeat:
    case ActivityKind::MovedSeat:
    case ActivityKind::RoomCreated:
    case ActivityKind::MemberEntered:
        return Tint::Ok;
    default:
        return Tint::Muted;
    }
}

} // namespace

ActivityTextModel::ActivityTextModel(ActivityModel &activities, const Clock &clock, QObject *parent)
    : QIdentityProxyModel(parent),
      m_activities(activities),
      m_clock(clock)
{
    for (const ActivityKind kind : activityKinds())
        m_icons.at(static_cast<size_t>(kind)) = symbolicIcon(ActivityWords::iconName(kind), tintOf(kind));
}

QString ActivityTextModel::text(const Activity &activity, int column) const
{
    constexpr qsizetype idLimit = 200;
    switch (column) {
    case Feed::SequenceColumn:
        return QString::number(activity.sequence.value());
    case Feed::TimeColumn:
        return TimeText::shortClock(activity.arrival, m_clock.wallTime());
    case Feed::RoomColumn:
        return visibleId(cutMiddle(activity.room.text(), idLimit));
    case Feed::WhatColumn:
        return ActivityWords::sentence(activity);
    default:
        return {};
    }
}

QString ActivityTextModel::toolTip(const Activity &activity)
{
    QStringList lines{ActivityWords::sentence(activity), tr("In room %1").arg(visibleId(activity.room.text())),
                      tr("By callback #%1, received %2")
                          .arg(QString::number(activity.sequence.value()), TimeText::local(activity.arrival)),
                      tr("EventTime: %1").arg(TimeText::eventTime(activity.eventTime))};
    if (activity.user)
        lines += tr("User: %1").arg(activity.user->text());
    if (activity.by)
        lines += tr("Operator: %1").arg(activity.by->text());
    return lines.join(u'\n');
}

QVariant ActivityTextModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(m_activities.activity(index.row()), column);
    case Qt::ToolTipRole:
        return plainToolTip(toolTip(m_activities.activity(index.row())));
    case Qt::DecorationRole:
        return column == Feed::WhatColumn
                   ? QVariant(m_icons.at(static_cast<size_t>(m_activities.activity(index.row()).kind)))
                   : QVariant();
    case Qt::FontRole:
        return column == Feed::WhatColumn ? QVariant() : QVariant(fixedFont());
    case Qt::TextAlignmentRole:
        return column == Feed::SequenceColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default:
        return QIdentityProxyModel::data(index, role);
    }
}

QVariant ActivityTextModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return QIdentityProxyModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole && section == Feed::SequenceColumn)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Feed::SequenceColumn:
        return tr("#");
    case Feed::TimeColumn:
        return tr("time");
    case Feed::RoomColumn:
        return tr("room");
    case Feed::WhatColumn:
        return tr("what happened");
    default:
        return {};
    }
}

} // namespace seatscope
