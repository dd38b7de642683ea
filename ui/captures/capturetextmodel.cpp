// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/captures/capturetextmodel.h"

#include "model/tables/capturelogmodel.h"
#include "ui/text/sizetext.h"
#include "ui/text/timetext.h"
#include "ui/text/visibletext.h"
#include "ui/theme/symbolicicon.h"
#include "ui/theme/widgets.h"

#include <QLocale>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

using Log = CaptureLogModel;

QString idOrDash(const QVariant &id)
{
    return id.isValid() ? visibleId(id.toString()) : u"—"_s;
}

/// The verdict, or nothing when a newer version wrote one that is not known here.
std::optional<Verdict> verdictOf(const QModelIndex &index)
{
    return verdictFromNumber(index.data(Log::VerdictRole).toInt());
}

bool isNumber(int column)
{
    return column == Log::SequenceColumn || column == Log::DelayColumn || column == Log::StatusColumn ||
           column == Log::SizeColumn;
}

bool isOfFixedPitch(int column)
{
    return isNumber(column) || column == Log::TimeColumn || column == Log::RoomColumn || column == Log::OperatorColumn;
}

} // namespace

CaptureTextModel::CaptureTextModel(const Clock &clock, QObject *parent)
    : QIdentityProxyModel(parent),
      m_clock(clock),
      m_check(symbolicIcon(u"check"_s, Tint::Ok)),
      m_cross(symbolicIcon(u"cross"_s, Tint::Bad)),
      m_unknown(symbolicIcon(u"unknown"_s, Tint::Warn)),
      m_probe(symbolicIcon(u"probe"_s, Tint::Muted))
{
}

std::vector<Words::FlagWord> CaptureTextModel::flagsOf(const QModelIndex &index)
{
    const QVariant duplicateOf = index.data(Log::DuplicateOfRole);
    std::vector<Words::FlagWord> words =
        Words::flags(CaptureFlags::fromInt(index.data(Log::FlagsRole).toUInt()),
                     duplicateOf.isValid() ? std::optional(Sequence(duplicateOf.toLongLong())) : std::nullopt);
    if (index.data(LaterRole).toBool())
        words.insert(words.begin(), {u"later"_s, tr("later")});
    return words;
}

QString CaptureTextModel::markIcon(const QModelIndex &index)
{
    if (index.data(Log::BookmarkedRole).toBool())
        return u"bookmark"_s;
    return index.data(Log::NoteRole).toString().isEmpty() ? QString() : u"note"_s;
}

void CaptureTextModel::setMoment(std::optional<Sequence> moment)
{
    if (moment == m_moment)
        return;
    m_moment = moment;
    if (const int rows = rowCount(); rows > 0)
        Q_EMIT dataChanged(index(0, 0), index(rows - 1, columnCount() - 1), {LaterRole});
}

bool CaptureTextModel::isLater(const QModelIndex &index) const
{
    return m_moment && index.data(Log::SequenceRole).toLongLong() > m_moment->value();
}

QString CaptureTextModel::text(const QModelIndex &index) const
{
    if (index.column() == Log::SequenceColumn)
        return QString::number(index.data(Log::SequenceRole).toLongLong());
    if (!index.data(Log::LoadedRole).toBool())
        return u"…"_s;
    switch (index.column()) {
    case Log::TimeColumn:
        return TimeText::clock(ArrivalTime(index.data(Log::ReceivedRole).toLongLong()), m_clock.wallTime());
    case Log::DelayColumn: {
        const QVariant delay = index.data(Log::DelayRole);
        return delay.isValid() ? TimeText::delay(delay.toLongLong()) : u"—"_s;
    }
    case Log::CommandColumn: {
        const QString command = index.data(Log::CommandRole).toString();
        return command.isEmpty() ? tr("%1, no command").arg(visibleText(index.data(Log::MethodRole).toString()))
                                 : visibleText(command);
    }
    case Log::RoomColumn:
        return idOrDash(index.data(Log::RoomIdRole));
    case Log::OperatorColumn:
        return idOrDash(index.data(Log::OperatorRole));
    case Log::VerdictColumn: {
        const auto verdict = verdictOf(index);
        return verdict ? Words::verdict(*verdict) : tr("unknown verdict");
    }
    case Log::FlagsColumn: {
        QStringList words;
        for (const Words::FlagWord &flag : flagsOf(index))
            words += flag.word;
        return QLocale().createSeparatedList(words);
    }
    case Log::StatusColumn:
        return index.data(Log::StatusRole).toInt() == 0 ? u"—"_s : index.data(Log::StatusRole).toString();
    case Log::SizeColumn:
        return sizeText(index.data(Log::BodySizeRole).toLongLong());
    case Log::NoteColumn:
        return visibleText(index.data(Log::NoteRole).toString().simplified());
    default:
        return {};
    }
}

QString CaptureTextModel::markWords(const QModelIndex &index)
{
    const QString note = index.data(Log::NoteRole).toString();
    QStringList words;
    if (index.data(Log::BookmarkedRole).toBool())
        words += tr("Bookmarked");
    if (!note.isEmpty())
        words += tr("Note: %1").arg(note);
    return words.join(u'\n');
}

QString CaptureTextModel::timeToolTip(const QModelIndex &index)
{
    const ArrivalTime received(index.data(Log::ReceivedRole).toLongLong());
    const QVariant eventTime = index.data(Log::EventTimeRole);
    QStringList lines = {tr("Received: %1").arg(TimeText::local(received)),
                         tr("In UTC: %1").arg(TimeText::utc(received))};
    lines += eventTime.isValid() ? tr("EventTime: %1").arg(TimeText::eventTime(EventTime(eventTime.toLongLong())))
                                 : tr("EventTime: not named");
    return lines.join(u'\n');
}

QString CaptureTextModel::commandToolTip(const QModelIndex &index)
{
    const QString command = index.data(Log::CommandRole).toString();
    return QStringList{command.isEmpty() ? tr("No command was named") : command,
                       index.data(Log::MethodRole).toString() + u' ' + index.data(Log::TargetRole).toString()}
        .join(u'\n');
}

QString CaptureTextModel::toolTip(const QModelIndex &index) const
{
    if (!index.data(Log::LoadedRole).toBool())
        return tr("Being read from the journal");
    switch (index.column()) {
    case Log::TimeColumn:
    case Log::DelayColumn:
        return timeToolTip(index);
    case Log::CommandColumn:
        return commandToolTip(index);
    case Log::RoomColumn:
        return visibleId(index.data(Log::RoomIdRole).toString());
    case Log::OperatorColumn:
        return visibleId(index.data(Log::OperatorRole).toString());
    case Log::VerdictColumn: {
        const QString reason = index.data(Log::ReasonRole).toString();
        return reason.isEmpty() ? text(index) : text(index) + u'\n' + reason;
    }
    case Log::StatusColumn:
        if (index.data(Log::StatusRole).toInt() == 0)
            return tr("How it was answered is not known");
        return tr("Answered with HTTP status %1").arg(index.data(Log::StatusRole).toInt());
    case Log::SizeColumn:
        return tr("Size of the body in bytes: %1").arg(QLocale().toString(index.data(Log::BodySizeRole).toLongLong()));
    case Log::SequenceColumn:
        return QStringList{text(index), markWords(index)}.join(u'\n').trimmed();
    case Log::NoteColumn:
        return markWords(index);
    default:
        return text(index);
    }
}

QVariant CaptureTextModel::verdictIcon(const QModelIndex &index) const
{
    const auto verdict = verdictOf(index);
    if (!verdict || *verdict == Verdict::UnknownCommand || *verdict == Verdict::Lost)
        return m_unknown;
    if (*verdict == Verdict::Probe)
        return m_probe;
    return isRefused(*verdict) ? m_cross : m_check;
}

QVariant CaptureTextModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(index);
    case Qt::ToolTipRole:
        return plainToolTip(isLater(index) ? tr("Later than the moment that is shown") + u'\n' + toolTip(index)
                                           : toolTip(index));
    case LaterRole:
        return isLater(index);
    case Qt::DecorationRole:
        if (index.column() == Log::VerdictColumn && index.data(Log::LoadedRole).toBool())
            return verdictIcon(index);
        return {};
    case Qt::AccessibleTextRole:
        // The sign beside the number has no words of its own.
        return index.column() == Log::SequenceColumn ? QStringList{text(index), markWords(index)}.join(u'\n').trimmed()
                                                     : text(index);
    case Qt::FontRole:
        return isOfFixedPitch(index.column()) ? QVariant(fixedFont()) : QVariant();
    case Qt::TextAlignmentRole:
        return isNumber(index.column()) ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default:
        return QIdentityProxyModel::data(index, role);
    }
}

QVariant CaptureTextModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return QIdentityProxyModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole && isNumber(section))
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Log::DelayColumn)
        return tr("From the EventTime in the body to the arrival here");
    if (role == Qt::ToolTipRole && section == Log::NoteColumn)
        return tr("What a person noted; F2 changes it");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Log::SequenceColumn:
        return tr("#");
    case Log::TimeColumn:
        return tr("time");
    case Log::DelayColumn:
        return tr("delay");
    case Log::CommandColumn:
        return tr("command");
    case Log::RoomColumn:
        return tr("room");
    case Log::OperatorColumn:
        return tr("operator");
    case Log::VerdictColumn:
        return tr("verdict");
    case Log::FlagsColumn:
        return tr("flags");
    case Log::StatusColumn:
        return tr("status");
    case Log::SizeColumn:
        return tr("size");
    case Log::NoteColumn:
        return tr("note");
    default:
        return {};
    }
}

} // namespace seatscope
