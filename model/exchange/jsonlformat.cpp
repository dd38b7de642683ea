// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/jsonlformat.h"

#include "model/callback/examination.h"
#include "model/exchange/jsonltext.h"
#include "model/journal/capturetexts.h"

#include <vector>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// Room for what is no head and no body.
constexpr qsizetype usualRest = 1024;

/// A text of a row. What is no UTF-8 in a damaged journal becomes what a QString makes of it.
void addText(JsonlObject &line, QLatin1StringView key, QByteArrayView utf8)
{
    if (isExactText(utf8))
        line.text(key, utf8);
    else
        line.text(key, QString::fromUtf8(utf8));
}

void addTextIfAny(JsonlObject &line, QLatin1StringView key, QByteArrayView utf8)
{
    if (!utf8.isEmpty())
        addText(line, key, utf8);
}

/// Those of the body; what only the room's history tells is among the flags.
Findings findingsOf(const CaptureRow &row)
{
    Examination examination =
        examine(row.body.toByteArray(), parseRequestTarget(row.target.toByteArray()), {Verdict::Accepted, {}});
    Findings findings;
    if (examination.callback)
        findings = std::move(examination.callback->findings);
    if (isAheadOfClock(row.eventTime, row.receivedAt)) {
        const qint64 aheadMs = row.eventTime->value() - row.receivedAt.value() / 1000;
        findings.push_back({FindingCode::AheadOfClock, u"/EventTime"_s, u"a time before the arrival"_s,
                            u"%1 ms after it"_s.arg(aheadMs)});
    }
    return findings;
}

void addFindings(JsonlObject &line, const CaptureRow &row)
{
    // Without the flag there are none: nothing is decoded for nearly all captures.
    if (!row.flags.testFlag(CaptureFlag::HasFindings))
        return;
    QByteArray list;
    for (const Finding &finding : findingsOf(row)) {
        list += list.isEmpty() ? '[' : ',';
        JsonlObject object(list);
        object.text("code"_L1, QByteArrayView(findingName(finding.code)));
        object.text("pointer"_L1, finding.pointer);
        object.text("expected"_L1, finding.expected);
        object.text("actual"_L1, finding.actual);
        object.close();
    }
    if (!list.isEmpty())
        line.json("findings"_L1, list.append(']'));
}

void addFlags(JsonlObject &line, CaptureFlags flags)
{
    if (!flags)
        return;
    std::vector<QByteArray> names;
    for (const QString &name : flagNames(flags))
        names.push_back(name.toLatin1());
    line.texts("flags"_L1, names);
}

void addAnswer(JsonlObject &line, const CaptureRow &row)
{
    static const QByteArray accepted = answerBody({});
    if (row.verdict == Verdict::Lost)
        return;
    line.json("answer"_L1,
              row.verdict == Verdict::Accepted ? accepted : answerBody({row.verdict, QString::fromUtf8(row.reason)}));
}

/// What the bytes say, for whoever reads the lines without decoding them.
void addDecoded(JsonlObject &line, const CaptureRow &row)
{
    addTextIfAny(line, "command"_L1, row.command);
    if (row.room)
        addText(line, "room"_L1, *row.room);
    if (row.operatorAccount)
        addText(line, "operator"_L1, *row.operatorAccount);
    if (row.eventTime)
        line.number("eventTime"_L1, row.eventTime->value());
    if (row.product != Product::Unknown)
        line.text("product"_L1, QByteArrayView(productName(row.product)));
}

} // namespace

QByteArray JsonlFormat::begin()
{
    QByteArray bytes;
    JsonlObject line(bytes);
    line.text("format"_L1, QByteArrayView(jsonlName));
    line.number("version"_L1, jsonlVersion);
    line.close();
    return bytes + '\n';
}

QByteArray JsonlFormat::entry(const Capture &capture)
{
    QByteArray bytes;
    // Most are a little longer than what they hold.
    bytes.reserve(2 * (capture.head.size() + capture.body.size()) + usualRest);
    append(CaptureTexts(capture).row(), bytes);
    return bytes;
}

void JsonlFormat::append(const CaptureRow &row, QByteArray &bytes)
{
    JsonlObject line(bytes);
    line.number("seq"_L1, row.sequence.value());
    line.number("receivedUs"_L1, row.receivedAt.value());
    addText(line, "peer"_L1, row.peer);
    line.bytes("method"_L1, row.method);
    line.bytes("target"_L1, row.target);
    line.bytes("head"_L1, row.head);
    line.bytes("body"_L1, row.body);
    line.text("verdict"_L1, QByteArrayView(verdictName(row.verdict)));
    addTextIfAny(line, "reason"_L1, row.reason);
    addFindings(line, row);
    addFlags(line, row.flags);
    if (row.duplicateOf)
        line.number("duplicateOf"_L1, row.duplicateOf->value());
    if (row.origin)
        line.number("origin"_L1, row.origin->value());
    line.number("status"_L1, row.status);
    addAnswer(line, row);
    addDecoded(line, row);
    if (row.bookmarked)
        line.yes("bookmarked"_L1);
    addTextIfAny(line, "note"_L1, row.note);
    line.close();
    bytes += '\n';
}

} // namespace seatscope
