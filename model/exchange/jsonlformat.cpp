// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/jsonlformat.h"

#include "model/callback/examination.h"
#include "model/exchange/jsonltext.h"

#include <vector>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// Room for what is no head and no body.
constexpr qsizetype usualRest = 1024;

void addTextIfAny(JsonlObject &line, QLatin1StringView key, const QString &text)
{
    if (!text.isEmpty())
        line.text(key, text);
}

/// Those of the body; what only the room's history tells is among the flags.
Findings findingsOf(const Capture &capture)
{
    const CaptureSummary &summary = capture.summary;
    Examination examination = examine(capture.body, parseRequestTarget(summary.target), {Verdict::Accepted, {}});
    Findings findings;
    if (examination.callback)
        findings = std::move(examination.callback->findings);
    if (isAheadOfClock(summary.eventTime, summary.receivedAt)) {
        const qint64 aheadMs = summary.eventTime->value() - summary.receivedAt.value() / 1000;
        findings.push_back({FindingCode::AheadOfClock, u"/EventTime"_s, u"a time before the arrival"_s,
                            u"%1 ms after it"_s.arg(aheadMs)});
    }
    return findings;
}

void addFindings(JsonlObject &line, const Capture &capture)
{
    // Without the flag there are none: nothing is decoded for nearly all captures.
    if (!capture.summary.flags.testFlag(CaptureFlag::HasFindings))
        return;
    QByteArray list;
    for (const Finding &finding : findingsOf(capture)) {
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

void addAnswer(JsonlObject &line, const Ruling &ruling)
{
    static const QByteArray accepted = answerBody({});
    if (ruling.verdict == Verdict::Lost)
        return;
    line.json("answer"_L1, ruling.verdict == Verdict::Accepted ? accepted : answerBody(ruling));
}

/// What the bytes say, for whoever reads the lines without decoding them.
void addDecoded(JsonlObject &line, const CaptureSummary &summary)
{
    addTextIfAny(line, "command"_L1, summary.command);
    if (summary.room)
        line.text("room"_L1, summary.room->text());
    if (summary.operatorAccount)
        line.text("operator"_L1, summary.operatorAccount->text());
    if (summary.eventTime)
        line.number("eventTime"_L1, summary.eventTime->value());
    if (summary.product != Product::Unknown)
        line.text("product"_L1, QByteArrayView(productName(summary.product)));
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
    const CaptureSummary &summary = capture.summary;
    QByteArray bytes;
    // Most are a little longer than what they hold.
    bytes.reserve(2 * (capture.head.size() + capture.body.size()) + usualRest);
    JsonlObject line(bytes);
    line.number("seq"_L1, summary.sequence.value());
    line.number("receivedUs"_L1, summary.receivedAt.value());
    line.text("peer"_L1, summary.peer);
    line.bytes("method"_L1, summary.method);
    line.bytes("target"_L1, summary.target);
    line.bytes("head"_L1, capture.head);
    line.bytes("body"_L1, capture.body);
    line.text("verdict"_L1, QByteArrayView(verdictName(summary.ruling.verdict)));
    addTextIfAny(line, "reason"_L1, summary.ruling.reason);
    addFindings(line, capture);
    addFlags(line, summary.flags);
    if (summary.duplicateOf)
        line.number("duplicateOf"_L1, summary.duplicateOf->value());
    if (summary.origin)
        line.number("origin"_L1, summary.origin->value());
    line.number("status"_L1, summary.status);
    addAnswer(line, summary.ruling);
    addDecoded(line, summary);
    if (summary.bookmarked)
        line.yes("bookmarked"_L1);
    addTextIfAny(line, "note"_L1, summary.note);
    line.close();
    bytes += '\n';
    return bytes;
}

} // namespace seatscope
