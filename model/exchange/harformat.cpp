// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/harformat.h"

#include "model/callback/examination.h"
#include "model/callback/requestquery.h"
#include "model/core/jsontext.h"
#include "model/exchange/hardate.h"
#include "model/exchange/harrequest.h"

#include <utility>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

constexpr auto unknownVersion = "unknown"_L1;

QString text(QByteArrayView bytes)
{
    return QString::fromUtf8(bytes);
}

/// Whether a JSON string tells \a bytes exactly. A byte order mark does not survive.
bool isExactText(const QByteArray &bytes)
{
    return bytes.isValidUtf8() && !bytes.startsWith("\xEF\xBB\xBF");
}

void namedValue(JsonWriter &json, const QString &name, const QString &value)
{
    json.beginObject().key("name"_L1).string(name).key("value"_L1).string(value).endObject();
}

void base64(JsonWriter &json, QLatin1StringView key, const QByteArray &bytes)
{
    json.key(key).string(QString::fromLatin1(bytes.toBase64()));
}

void writeBody(JsonWriter &json, const Capture &capture, const HttpHead *head)
{
    const HeadField *type = head != nullptr ? findField(*head, "content-type") : nullptr;
    const QString mimeType = type != nullptr ? text(type->value) : u"application/octet-stream"_s;
    if (isExactText(capture.body)) {
        json.key("postData"_L1).beginObject().key("mimeType"_L1).string(mimeType);
        json.key("text"_L1).string(text(capture.body)).endObject();
        return;
    }
    json.key("_requestBodyStatus"_L1).string(u"discarded:not-representable");
    json.key("_content"_L1).beginObject().key("mimeType"_L1).string(mimeType);
    json.key("size"_L1).number(capture.body.size()).key("encoding"_L1).string(u"base64");
    base64(json, "text"_L1, capture.body);
    json.endObject();
}

void writeRequest(JsonWriter &json, const Capture &capture, const HttpHead *head, const QByteArray &url)
{
    json.key("request"_L1).beginObject();
    json.key("method"_L1).string(text(capture.summary.method)).key("url"_L1).string(text(url));
    json.key("httpVersion"_L1).string(head != nullptr ? text(head->version) : QString(unknownVersion));
    json.key("cookies"_L1).beginArray().endArray();
    json.key("headers"_L1).beginArray();
    for (const HeadField &field : head != nullptr ? head->fields : std::vector<HeadField>())
        namedValue(json, text(field.name), text(field.value));
    json.endArray().key("queryString"_L1).beginArray();
    for (const QueryPair &pair : queryPairs(capture.summary.target))
        namedValue(json, text(pair.name), text(pair.value));
    json.endArray();
    if (!capture.body.isEmpty())
        writeBody(json, capture, head);
    json.key("headersSize"_L1).number(capture.head.size());
    json.key("bodySize"_L1).number(capture.body.size()).endObject();
}

void writeResponse(JsonWriter &json, const CaptureSummary &summary)
{
    const bool isKnown = summary.status != 0 && summary.method != "HEAD";
    const QByteArray answer = isKnown ? answerBody(summary.ruling) : QByteArray();
    json.key("response"_L1).beginObject();
    json.key("status"_L1).number(summary.status).key("statusText"_L1).string(u"");
    json.key("httpVersion"_L1).string(u"HTTP/1.1").key("cookies"_L1).beginArray().endArray();
    json.key("headers"_L1).beginArray();
    namedValue(json, u"Content-Type"_s, u"application/json"_s);
    json.endArray().key("content"_L1).beginObject();
    json.key("size"_L1).number(answer.size()).key("mimeType"_L1).string(u"application/json");
    json.key("text"_L1).string(text(answer)).endObject();
    json.key("redirectURL"_L1).string(u"").key("headersSize"_L1).number(-1);
    json.key("bodySize"_L1).number(isKnown ? answer.size() : -1).endObject();
}

void writeTimings(JsonWriter &json)
{
    json.key("cache"_L1).beginObject().endObject().key("timings"_L1).beginObject();
    for (const auto unknown : {"blocked"_L1, "dns"_L1, "connect"_L1, "ssl"_L1})
        json.key(unknown).number(-1);
    for (const auto unknown : {"send"_L1, "wait"_L1, "receive"_L1})
        json.key(unknown).number(0);
    json.endObject();
}

void writeKnowledge(JsonWriter &json, const CaptureSummary &summary)
{
    json.key("_seq"_L1).number(summary.sequence.value()).key("_peer"_L1).string(summary.peer);
    json.key("_verdict"_L1).string(QString(verdictName(summary.ruling.verdict)));
    if (!summary.ruling.reason.isEmpty())
        json.key("_reason"_L1).string(summary.ruling.reason);
    if (summary.flags) {
        json.key("_flags"_L1).beginArray();
        for (const QString &flag : flagNames(summary.flags))
            json.string(flag);
        json.endArray();
    }
    if (summary.duplicateOf)
        json.key("_duplicateOf"_L1).number(summary.duplicateOf->value());
    if (summary.origin)
        json.key("_origin"_L1).number(summary.origin->value());
    if (summary.bookmarked)
        json.key("_bookmarked"_L1).boolean(true);
    if (!summary.note.isEmpty())
        json.key("_note"_L1).string(summary.note);
}

/// What a reader would not find out from the rest of the entry.
void writeLosses(JsonWriter &json, const Capture &capture, const HttpHead *head, const QByteArray &url)
{
    // As a reader gets them: through text and back.
    HarRequest request{text(capture.summary.method).toUtf8(), url, {}, {}};
    if (head != nullptr) {
        request.version = text(head->version).toUtf8();
        for (const HeadField &field : head->fields)
            request.fields.push_back({text(field.name).toUtf8(), text(field.value).toUtf8(), {}});
    }
    const std::optional<HttpHead> rebuilt = headOf(request, capture.body.size());
    const bool isTold = rebuilt && writtenHead(*rebuilt) == capture.head;
    if (!isTold)
        base64(json, "_head"_L1, capture.head);
    const HttpHead *known = isTold ? &*rebuilt : head;
    if (capture.summary.method != (known != nullptr ? known->method : QByteArray()))
        base64(json, "_method"_L1, capture.summary.method);
    if (capture.summary.target != (known != nullptr ? known->target : QByteArray()))
        base64(json, "_target"_L1, capture.summary.target);
}

} // namespace

HarFormat::HarFormat(HarOptions options) : m_options(std::move(options)) {}

QByteArray HarFormat::begin()
{
    m_isFirst = true;
    JsonWriter creator;
    creator.beginObject().key("name"_L1).string(u"SeatScope");
    creator.key("version"_L1).string(m_options.programVersion).endObject();
    return R"({"log":{"version":"1.2","creator":)" + creator.bytes() + R"(,"entries":[)";
}

QByteArray HarFormat::entry(const Capture &capture)
{
    const std::optional<HttpHead> head = readHead(capture.head);
    const HttpHead *const known = head ? &*head : nullptr;
    const QByteArray url = harUrl(capture.summary.target, known, m_options.origin);
    const std::optional<QString> date = harDate(capture.summary.receivedAt);
    JsonWriter json;
    json.beginObject().key("startedDateTime"_L1).string(date.value_or(u"1970-01-01T00:00:00.000000Z"_s));
    json.key("time"_L1).number(0);
    writeRequest(json, capture, known, url);
    writeResponse(json, capture.summary);
    writeTimings(json);
    writeKnowledge(json, capture.summary);
    if (!date)
        json.key("_receivedUs"_L1).number(capture.summary.receivedAt.value());
    writeLosses(json, capture, known, url);
    json.endObject();
    return (std::exchange(m_isFirst, false) ? "\n" : ",\n") + json.bytes();
}

QByteArray HarFormat::end()
{
    return "\n]}}\n";
}

} // namespace seatscope
