// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/capturelines.h"

#include "app/terminal.h"

#include <QDateTime>
#include <QTimeZone>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

void writeTextOrNull(JsonWriter &json, const QString &text)
{
    if (text.isEmpty())
        json.null();
    else
        json.string(text);
}

void writeFindings(JsonWriter &json, const Findings &findings)
{
    json.beginArray();
    for (const Finding &finding : findings) {
        json.beginObject();
        json.key("code"_L1).string(QString(findingName(finding.code)));
        json.key("pointer"_L1).string(finding.pointer);
        json.key("expected"_L1).string(finding.expected);
        json.key("actual"_L1).string(finding.actual);
        json.endObject();
    }
    json.endArray();
}

QString columns(const QString &sequence, const QString &received, const QString &verdict, const QString &status,
                const QString &size)
{
    return sequence.rightJustified(8) % u"  "_s % received.leftJustified(26) % u"  "_s % verdict.leftJustified(15) %
           u"  "_s % status.rightJustified(6) % u"  "_s % size.rightJustified(8) % u"  "_s;
}

} // namespace

QString utcText(ArrivalTime time)
{
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(time.value() / 1000, QTimeZone::utc());
    return utc.toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s) + QString::number(time.value() % 1000).rightJustified(3, u'0');
}

void writeCaptureMembers(JsonWriter &json, const CaptureSummary &capture)
{
    json.key("seq"_L1).number(capture.sequence.value());
    json.key("receivedUs"_L1).number(capture.receivedAt.value());
    // Bytes that are no ASCII stay apart from each other as U+0080 to U+00FF.
    json.key("method"_L1);
    writeTextOrNull(json, QString::fromLatin1(capture.method));
    json.key("target"_L1);
    writeTextOrNull(json, QString::fromLatin1(capture.target));
    json.key("command"_L1);
    writeTextOrNull(json, capture.command);
    json.key("room"_L1);
    if (capture.room)
        json.string(capture.room->text());
    else
        json.null();
    json.key("eventTime"_L1);
    if (capture.eventTime)
        json.number(capture.eventTime->value());
    else
        json.null();
    json.key("verdict"_L1).string(QString(verdictName(capture.ruling.verdict)));
    json.key("flags"_L1).beginArray();
    for (const QString &flag : flagNames(capture.flags))
        json.string(flag);
    json.endArray();
    json.key("status"_L1).number(capture.status);
    json.key("bodySize"_L1).number(capture.bodySize);
    json.key("origin"_L1);
    if (capture.origin)
        json.number(capture.origin->value());
    else
        json.null();
    json.key("bookmarked"_L1).boolean(capture.bookmarked);
    json.key("note"_L1);
    writeTextOrNull(json, capture.note);
}

QByteArray captureJsonLine(const CaptureSummary &capture)
{
    JsonWriter json;
    json.beginObject();
    writeCaptureMembers(json, capture);
    json.endObject();
    return json.bytes() + '\n';
}

QByteArray inspectionJson(const CaptureInspection &inspection)
{
    const CaptureSummary &capture = inspection.capture.summary;
    JsonWriter json;
    json.beginObject();
    writeCaptureMembers(json, capture);
    json.key("reason"_L1);
    writeTextOrNull(json, capture.ruling.reason);
    json.key("duplicateOf"_L1);
    if (capture.duplicateOf)
        json.number(capture.duplicateOf->value());
    else
        json.null();
    json.key("product"_L1).string(QString(productName(capture.product)));
    json.key("operator"_L1);
    if (capture.operatorAccount)
        json.string(capture.operatorAccount->text());
    else
        json.null();
    json.key("findings"_L1);
    writeFindings(json, inspection.findings);
    json.key("jsonError"_L1);
    writeTextOrNull(json, inspection.jsonError);
    json.key("peer"_L1).string(capture.peer);
    json.key("headBase64"_L1).string(QString::fromLatin1(inspection.capture.head.toBase64()));
    json.key("bodyBase64"_L1).string(QString::fromLatin1(inspection.capture.body.toBase64()));
    json.endObject();
    return json.bytes() + '\n';
}

QByteArray captureLine(const CaptureSummary &capture)
{
    QStringList words{u"#%1"_s.arg(capture.sequence.value()), QString(verdictName(capture.ruling.verdict))};
    if (!capture.command.isEmpty())
        words << printable(capture.command);
    if (capture.room)
        words << printable(capture.room->text());
    words << flagNames(capture.flags) << QString::number(capture.status);
    return words.join(u' ').toUtf8() + '\n';
}

QByteArray captureRowTitle()
{
    const QString title = columns(u"SEQ"_s, u"RECEIVED (UTC)"_s, u"VERDICT"_s, u"STATUS"_s, u"SIZE"_s);
    return QString(title % u"COMMAND  ROOM  FLAGS"_s).toUtf8() + '\n';
}

QByteArray captureRow(const CaptureSummary &capture)
{
    QString row = columns(QString::number(capture.sequence.value()), utcText(capture.receivedAt),
                          QString(verdictName(capture.ruling.verdict)), QString::number(capture.status),
                          QString::number(capture.bodySize));
    row += capture.command.isEmpty() ? u"-"_s : printable(capture.command);
    row += u"  "_s % (capture.room ? printable(capture.room->text()) : u"-"_s);
    const QStringList flags = flagNames(capture.flags);
    if (!flags.isEmpty())
        row += u"  "_s % flags.join(u',');
    return row.toUtf8() + '\n';
}

} // namespace seatscope
