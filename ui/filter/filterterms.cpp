// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/filter/filterterms.h"

#include "model/core/verdict.h"
#include "model/journal/capture.h"
#include "model/query/filterquote.h"
#include "model/tables/capturelogmodel.h"
#include "ui/text/visibletext.h"
#include "ui/theme/symbolicicon.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QMenu>
#include <QRegularExpression>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

using Log = CaptureLogModel;

struct TermText {
    Q_DECLARE_TR_FUNCTIONS(seatscope::FilterTerms)
};

FilterTerm equals(QLatin1StringView field, const QString &value)
{
    return {u"%1 == %2"_s.arg(field, value), u"%1 != %2"_s.arg(field, value)};
}

std::vector<FilterTerm> ofText(QLatin1StringView field, const QVariant &value)
{
    return value.isValid() ? FilterTerms::text(field, value.toString()) : std::vector<FilterTerm>();
}

std::vector<FilterTerm> ofMarks(const QModelIndex &index)
{
    std::vector<FilterTerm> terms;
    if (index.data(Log::BookmarkedRole).toBool())
        terms.push_back({u"bookmarked"_s, u"not bookmarked"_s});
    if (const QString note = index.data(Log::NoteRole).toString(); !note.isEmpty()) {
        const std::vector<FilterTerm> noted = FilterTerms::text("note"_L1, note);
        terms.insert(terms.end(), noted.begin(), noted.end());
    }
    return terms;
}

std::vector<FilterTerm> ofFlags(CaptureFlags flags)
{
    std::vector<FilterTerm> terms;
    for (const QString &name : flagNames(flags))
        terms.push_back(equals("flag"_L1, name));
    return terms;
}

/// The number, beside which the signs of the marks are.
std::vector<FilterTerm> ofNumber(const QModelIndex &index)
{
    const qint64 number = index.data(Log::SequenceRole).toLongLong();
    std::vector<FilterTerm> terms{{u"seq >= %1"_s.arg(number), u"seq < %1"_s.arg(number)}};
    const std::vector<FilterTerm> marks = ofMarks(index);
    terms.insert(terms.end(), marks.begin(), marks.end());
    return terms;
}

} // namespace

std::vector<FilterTerm> FilterTerms::text(QLatin1StringView field, const QString &value)
{
    constexpr qsizetype longest = 1000;
    const QString quoted = quotedForFilter(value);
    if (quoted.isEmpty() || quoted.size() > longest)
        return {};
    return {equals(field, quoted)};
}

std::vector<FilterTerm> FilterTerms::number(QLatin1StringView field, qint64 value)
{
    return {equals(field, QString::number(value))};
}

std::vector<FilterTerm> FilterTerms::since(ArrivalTime at)
{
    // In UTC: local time says two moments in the hour that an autumn night has twice.
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(at.value() / 1000, Qt::UTC);
    const QString text = u"\"%1%2Z\""_s.arg(utc.toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s),
                                            QString::number(at.value() % 1000).rightJustified(3, u'0'));
    return {{u"time >= "_s + text, u"time < "_s + text}};
}

std::vector<FilterTerm> FilterTerms::ofCell(const QModelIndex &index)
{
    if (!index.data(Log::LoadedRole).toBool())
        return {};
    switch (index.column()) {
    case Log::SequenceColumn:
        return ofNumber(index);
    case Log::TimeColumn:
        return since(ArrivalTime(index.data(Log::ReceivedRole).toLongLong()));
    case Log::DelayColumn: {
        const QVariant delay = index.data(Log::DelayRole);
        if (!delay.isValid())
            return {};
        return {{u"delay >= %1"_s.arg(delay.toLongLong()), u"delay < %1"_s.arg(delay.toLongLong())}};
    }
    case Log::CommandColumn:
        return text("command"_L1, index.data(Log::CommandRole).toString());
    case Log::RoomColumn:
        return ofText("room"_L1, index.data(Log::RoomIdRole));
    case Log::OperatorColumn:
        return ofText("operator"_L1, index.data(Log::OperatorRole));
    case Log::VerdictColumn: {
        const auto verdict = verdictFromNumber(index.data(Log::VerdictRole).toInt());
        return verdict ? std::vector{equals("verdict"_L1, QString(verdictName(*verdict)))} : std::vector<FilterTerm>();
    }
    case Log::FlagsColumn:
        return ofFlags(CaptureFlags::fromInt(index.data(Log::FlagsRole).toUInt()));
    case Log::StatusColumn:
        return number("status"_L1, index.data(Log::StatusRole).toInt());
    case Log::SizeColumn:
        return number("size"_L1, index.data(Log::BodySizeRole).toLongLong());
    case Log::NoteColumn:
        return ofMarks(index);
    default:
        return {};
    }
}

QString FilterTerms::joined(const QString &filter, const QString &term)
{
    if (filter.trimmed().isEmpty())
        return term;
    // What is in quotes may match too; parentheses do no harm then.
    static const QRegularExpression joinsLooser(u"\\bor\\b"_s, QRegularExpression::CaseInsensitiveOption);
    const QString before = filter.trimmed();
    return (joinsLooser.match(before).hasMatch() ? u"(%1)"_s.arg(before) : before) + u" and "_s + term;
}

void FilterTerms::addTo(QMenu &menu, const std::vector<FilterTerm> &terms, const QString &current, const Use &use)
{
    const auto add = [&menu, &use](const QString &words, const QString &term, const QString &filter) {
        constexpr int mostPixels = 320;
        QString shown = menu.fontMetrics().elidedText(visibleText(term), Qt::ElideMiddle, mostPixels);
        QAction *action = menu.addAction(words.arg(shown.replace(u'&', u"&&"_s)));
        QObject::connect(action, &QAction::triggered, &menu, [use, filter] { use(filter); });
        return action;
    };
    for (const FilterTerm &term : terms) {
        add(TermText::tr("&Filter by this value: %1"), term.positive, term.positive)
            ->setIcon(symbolicIcon(u"filter"_s));
        if (current.trimmed().isEmpty()) {
            add(TermText::tr("&Leave this value out: %1"), term.negative, term.negative);
        } else {
            add(TermText::tr("&Narrow the filter to it: … and %1"), term.positive, joined(current, term.positive));
            add(TermText::tr("&Leave it out of the filter: … and %1"), term.negative, joined(current, term.negative));
        }
    }
}

} // namespace seatscope
