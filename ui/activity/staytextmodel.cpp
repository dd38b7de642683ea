// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/activity/staytextmodel.h"

#include "ui/activity/activitywords.h"
#include "ui/text/initials.h"
#include "ui/text/timetext.h"
#include "ui/text/visibletext.h"
#include "ui/theme/widgets.h"

namespace seatscope {

namespace {

constexpr qsizetype idLimit = 200;
constexpr qint64 usOfMs = 1000;

QString shown(const QString &text)
{
    return visibleId(cutMiddle(text, idLimit));
}

} // namespace

StayTextModel::StayTextModel(StayModel &stays, const Clock &clock, QObject *parent)
    : QIdentityProxyModel(parent),
      m_stays(stays),
      m_clock(clock)
{
    setSourceModel(&stays);
}

QString StayTextModel::title(const StayQuestion &question)
{
    if (question.user)
        return tr("Seats of %1").arg(shown(question.user->text()));
    return tr("Seat %1 of room %2")
        .arg(QString::number(question.seat ? question.seat->value() : -1),
             shown(question.room ? question.room->text() : QString()));
}

QString StayTextModel::who(const Stay &stay) const
{
    if (m_stays.question().user)
        return tr("seat %1 of %2").arg(QString::number(stay.seat.value()), shown(stay.room.text()));
    return shown(stay.user.text());
}

QString StayTextModel::moment(const std::optional<Activity> &activity, const QString &absent) const
{
    if (!activity)
        return absent;
    return tr("%1  #%2").arg(TimeText::shortClock(activity->arrival, m_clock.wallTime()),
                             QString::number(activity->sequence.value()));
}

QString StayTextModel::length(const Stay &stay)
{
    if (!stay.begin || !stay.end)
        return tr("—");
    // Times come from outside and may be any numbers.
    qint64 ms = 0;
    qint64 us = 0;
    const bool overflow = __builtin_sub_overflow(stay.end->eventTime.value(), stay.begin->eventTime.value(), &ms) ||
                          ms < 0 || __builtin_mul_overflow(ms, usOfMs, &us);
    return overflow ? tr("—") : TimeText::age(us);
}

QString StayTextModel::text(const Stay &stay, int column) const
{
    switch (column) {
    case StayModel::WhoColumn:
        return who(stay);
    case StayModel::FromColumn:
        return moment(stay.begin, tr("before #%1").arg(m_stays.first().value()));
    case StayModel::ToColumn:
        return moment(stay.end, tr("still there"));
    case StayModel::LengthColumn:
        return length(stay);
    case StayModel::EndColumn:
        return stay.end ? ActivityWords::sentence(*stay.end) : QString();
    default:
        return {};
    }
}

QString StayTextModel::toolTip(const Stay &stay) const
{
    QStringList lines{tr("User: %1").arg(visibleId(stay.user.text())),
                      tr("Seat %1 of room %2").arg(QString::number(stay.seat.value()), visibleId(stay.room.text()))};
    if (stay.begin)
        lines += tr("From EventTime %1: %2")
                     .arg(TimeText::eventTime(stay.begin->eventTime), ActivityWords::sentence(*stay.begin));
    if (stay.end)
        lines +=
            tr("To EventTime %1: %2").arg(TimeText::eventTime(stay.end->eventTime), ActivityWords::sentence(*stay.end));
    return lines.join(u'\n');
}

QString StayTextModel::asText() const
{
    QStringList lines{title(m_stays.question())};
    for (int row = 0; row < m_stays.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < StayModel::ColumnCount; ++column)
            cells += text(m_stays.stay(row), column);
        lines += cells.join(u'\t');
    }
    return lines.join(u'\n') + u'\n';
}

std::optional<Sequence> StayTextModel::callbackOf(const QModelIndex &index) const
{
    if (!index.isValid())
        return std::nullopt;
    const Stay &stay = m_stays.stay(index.row());
    const bool isEnd = index.column() == StayModel::ToColumn || index.column() == StayModel::EndColumn;
    const auto &wanted = (isEnd && stay.end) || !stay.begin ? stay.end : stay.begin;
    return wanted ? std::optional(wanted->sequence) : std::nullopt;
}

QVariant StayTextModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(m_stays.stay(index.row()), index.column());
    case Qt::ToolTipRole:
        return plainToolTip(toolTip(m_stays.stay(index.row())));
    case Qt::FontRole:
        return index.column() == StayModel::EndColumn ? QVariant() : QVariant(fixedFont());
    default:
        return {};
    }
}

QVariant StayTextModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case StayModel::WhoColumn:
        return m_stays.question().user ? tr("where") : tr("who");
    case StayModel::FromColumn:
        return tr("from");
    case StayModel::ToColumn:
        return tr("to");
    case StayModel::LengthColumn:
        return tr("how long");
    case StayModel::EndColumn:
        return tr("how it ended");
    default:
        return {};
    }
}

} // namespace seatscope
