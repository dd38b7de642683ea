// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/tables/capturevalues.h"

#include "model/tables/capturelogmodel.h"

#include <QDateTime>

namespace seatscope {

namespace {

using namespace Qt::StringLiterals;
using Log = CaptureLogModel;

/// Local time with µs, the last three digits apart: "10:02:12.001 204".
QString timeText(ArrivalTime time)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(time.value() / 1000);
    return local.toString(u"HH:mm:ss.zzz"_s) % u' ' % QString::number(time.value() % 1000).rightJustified(3, u'0');
}

template<typename StrongType>
QVariant optionalText(const std::optional<StrongType> &id)
{
    return id ? QVariant(id->text()) : QVariant();
}

template<typename StrongType>
QVariant optionalNumber(const std::optional<StrongType> &number)
{
    return number ? QVariant(number->value()) : QVariant();
}

QVariant delayMs(const CaptureSummary &capture)
{
    if (!capture.eventTime)
        return {};
    // EventTime is outside data: the difference may not fit.
    qint64 delay = 0;
    const bool overflows = qSubOverflow(capture.receivedAt.value() / 1000, capture.eventTime->value(), &delay);
    return overflows ? QVariant() : QVariant(delay);
}

} // namespace

QVariant captureText(const CaptureSummary &capture, int column)
{
    switch (column) {
    case Log::SequenceColumn:
        return capture.sequence.value();
    case Log::TimeColumn:
        return timeText(capture.receivedAt);
    case Log::DelayColumn:
        return delayMs(capture);
    case Log::CommandColumn:
        return capture.command;
    case Log::RoomColumn:
        return optionalText(capture.room);
    case Log::OperatorColumn:
        return optionalText(capture.operatorAccount);
    case Log::VerdictColumn:
        return QString(verdictName(capture.ruling.verdict));
    case Log::FlagsColumn:
        return flagNames(capture.flags).join(u", "_s);
    case Log::StatusColumn:
        return capture.status;
    case Log::SizeColumn:
        return capture.bodySize;
    case Log::NoteColumn:
        return capture.note;
    default:
        return {};
    }
}

QVariant captureValue(const CaptureSummary &capture, int role)
{
    switch (role) {
    case Log::ReceivedRole:
        return capture.receivedAt.value();
    case Log::DelayRole:
        return delayMs(capture);
    case Log::EventTimeRole:
        return optionalNumber(capture.eventTime);
    case Log::MethodRole:
        return QString::fromLatin1(capture.method);
    case Log::TargetRole:
        return QString::fromLatin1(capture.target);
    case Log::CommandRole:
        return capture.command;
    case Log::RoomIdRole:
        return optionalText(capture.room);
    case Log::OperatorRole:
        return optionalText(capture.operatorAccount);
    case Log::VerdictRole:
        return static_cast<int>(capture.ruling.verdict);
    case Log::ReasonRole:
        return capture.ruling.reason;
    case Log::FlagsRole:
        return static_cast<int>(capture.flags.toInt());
    case Log::DuplicateOfRole:
        return optionalNumber(capture.duplicateOf);
    case Log::StatusRole:
        return capture.status;
    case Log::BodySizeRole:
        return capture.bodySize;
    case Log::BookmarkedRole:
        return capture.bookmarked;
    case Log::NoteRole:
        return capture.note;
    default:
        return {};
    }
}

void applyMarks(const CaptureMarks &marks, CaptureSummary &capture)
{
    capture.bookmarked = marks.bookmarked.value_or(capture.bookmarked);
    capture.note = marks.note.value_or(capture.note);
}

} // namespace seatscope
