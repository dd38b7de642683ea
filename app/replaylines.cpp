// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/replaylines.h"

#include "app/terminal.h"
#include "model/core/jsontext.h"

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// \a bytes as a string where they are UTF-8, else null and in base64 under \a base64Key.
void writeBytes(JsonWriter &json, QLatin1StringView key, QLatin1StringView base64Key, const QByteArray &bytes)
{
    json.key(key);
    const QString text = QString::fromUtf8(bytes);
    if (text.toUtf8() == bytes) {
        json.string(text);
        return;
    }
    json.null().key(base64Key).string(QString::fromLatin1(bytes.toBase64()));
}

void writeError(JsonWriter &json, const QString &error)
{
    json.key("error"_L1);
    if (error.isEmpty())
        json.null();
    else
        json.string(error);
}

void writeDifferences(JsonWriter &json, const ReplayDifference &difference)
{
    json.key("differs"_L1).beginArray();
    if (difference.status)
        json.string(u"status");
    if (difference.body)
        json.string(u"body");
    json.endArray();
}

QByteArray line(const JsonWriter &json)
{
    return json.bytes() + '\n';
}

QString seconds(qint64 us)
{
    return u"+%1 s"_s.arg(static_cast<double>(us) / 1e6, 0, 'f', 3);
}

} // namespace

QByteArray replayJsonLine(const ReplayResult &result)
{
    JsonWriter json;
    json.beginObject().key("seq"_L1).number(result.sequence.value());
    json.key("scheduledMs"_L1).number(result.dueUs / 1000).key("sentMs"_L1);
    if (result.sentUs)
        json.number(*result.sentUs / 1000);
    else
        json.null();
    json.key("status"_L1);
    if (result.answer) {
        json.number(result.answer->status);
        writeBytes(json, "responseBody"_L1, "responseBodyBase64"_L1, result.answer->body);
    } else {
        json.null().key("responseBody"_L1).null();
    }
    writeError(json, result.error);
    json.key("scheduledUs"_L1).number(result.dueUs);
    if (result.sentUs)
        json.key("sentUs"_L1).number(*result.sentUs).key("tookUs"_L1).number(result.tookUs);
    if (result.answer) {
        if (result.answer->bodySize != result.answer->body.size())
            json.key("responseSize"_L1).number(result.answer->bodySize);
        writeDifferences(json, result.difference);
    }
    json.endObject();
    return line(json);
}

QByteArray replayLine(const ReplayResult &result)
{
    constexpr qsizetype longestShown = 100;
    QString text = u"#%1"_s.arg(result.sequence.value()).leftJustified(9) % u' ' %
                   seconds(result.sentUs.value_or(result.dueUs)).rightJustified(13) % u"  "_s;
    if (!result.answer)
        return (text % printable(result.error) % u'\n').toUtf8();
    text += u"%1  %2 ms  %3"_s.arg(result.answer->status)
                .arg(static_cast<double>(result.tookUs) / 1000, 0, 'f', 1)
                .arg(printable(QString::fromUtf8(result.answer->body.left(longestShown))));
    if (result.difference.status)
        text += u"  (another status than recorded)"_s;
    else if (result.difference.body)
        text += u"  (another answer than recorded)"_s;
    return (text % u'\n').toUtf8();
}

QByteArray previewJsonLine(const PlannedCapture &planned, const Result<ReplayRequest> &request)
{
    JsonWriter json;
    json.beginObject().key("seq"_L1).number(planned.sequence.value());
    json.key("scheduledMs"_L1).number(planned.dueUs / 1000).key("sentMs"_L1).null().key("status"_L1).null();
    json.key("responseBody"_L1).null();
    writeError(json, request ? QString() : request.error().message());
    json.key("scheduledUs"_L1).number(planned.dueUs);
    if (request) {
        writeBytes(json, "head"_L1, "headBase64"_L1, request->head);
        json.key("bodySize"_L1).number(request->body.size()).key("changes"_L1).beginArray();
        for (const ReplayChange &change : request->changes)
            json.string(replayChangeText(change));
        json.endArray();
    }
    json.endObject();
    return line(json);
}

QByteArray previewLines(const PlannedCapture &planned, const Result<ReplayRequest> &request)
{
    QString text = u"#%1 at %2: "_s.arg(planned.sequence.value()).arg(seconds(planned.dueUs));
    if (!request)
        return (text % u"cannot be sent: "_s % printable(request.error().message()) % u'\n').toUtf8();
    text += u"%1 bytes of head, %2 of body\n"_s.arg(request->head.size()).arg(request->body.size());
    for (const QByteArray &field : request->head.trimmed().split('\n')) {
        const QByteArray shown = field.endsWith('\r') ? field.chopped(1) : field;
        text += u"    "_s % printable(QString::fromUtf8(shown)) % u'\n';
    }
    for (const ReplayChange &change : request->changes)
        text += u"  changed: "_s % printable(replayChangeText(change)) % u'\n';
    return text.toUtf8();
}

QByteArray replaySummaryJsonLine(const ReplayProgress &progress, qint64 elapsedUs)
{
    JsonWriter json;
    json.beginObject().key("event"_L1).string(u"summary");
    json.key("sent"_L1).number(static_cast<qint64>(progress.sent));
    json.key("ok"_L1).number(static_cast<qint64>(progress.ok));
    json.key("failed"_L1).number(static_cast<qint64>(progress.failed));
    json.key("skipped"_L1).number(static_cast<qint64>(progress.skipped));
    json.key("total"_L1).number(static_cast<qint64>(progress.total));
    json.key("elapsedUs"_L1).number(elapsedUs).endObject();
    return line(json);
}

} // namespace seatscope
