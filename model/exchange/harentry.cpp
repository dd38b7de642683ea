// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/harentry.h"

#include "model/callback/shorttext.h"
#include "model/exchange/hardate.h"
#include "model/exchange/harentryevents.h"

#include <utility>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

using Facts = HarEntryFacts;

QString textOf(const Facts &facts, const char *path)
{
    return QString::fromUtf8(facts.values.value(path));
}

std::optional<qint64> numberOf(const Facts &facts, const char *path)
{
    bool isNumber = false;
    const qint64 number = facts.values.value(path).toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

std::optional<QByteArray> decoded(const QByteArray &base64)
{
    const auto result = QByteArray::fromBase64Encoding(base64, QByteArray::AbortOnBase64DecodingErrors);
    return result ? std::optional(*result) : std::nullopt;
}

/// The body of a form whose fields alone are told.
QByteArray formBody(const std::vector<HeadField> &fields)
{
    QByteArray body;
    for (const HeadField &field : fields) {
        if (!body.isEmpty())
            body += '&';
        body += field.name.toPercentEncoding() + '=' + field.value.toPercentEncoding();
    }
    return body;
}

/// The body, or why the entry does not have it.
tl::expected<QByteArray, QString> bodyOf(const Facts &facts)
{
    for (const QByteArray part : {"/request/_content/", "/request/postData/"}) {
        const auto found = facts.values.constFind(part + "text");
        if (found == facts.values.constEnd())
            continue;
        if (facts.values.value(part + "encoding") != "base64")
            return *found;
        const std::optional<QByteArray> body = decoded(*found);
        if (!body)
            return tl::unexpected(u"its body is no base64"_s);
        return *body;
    }
    if (!facts.formFields.empty())
        return formBody(facts.formFields);
    const QString status = textOf(facts, "/request/_requestBodyStatus");
    if (!status.isEmpty())
        return tl::unexpected(u"its body is not in the file (%1)"_s.arg(shortText(status)));
    if (const qint64 size = numberOf(facts, "/request/bodySize").value_or(0); size > 0)
        return tl::unexpected(u"its body of %1 bytes is not in the file"_s.arg(size));
    return QByteArray();
}

CaptureFlags flagsOf(const Facts &facts)
{
    CaptureFlags flags;
    for (quint32 bit = 1; bit != 0; bit <<= 1U) {
        const auto flag = static_cast<CaptureFlag>(bit);
        for (const QByteArray &name : facts.flags)
            flags.setFlag(flag, flags.testFlag(flag) || flagNames(flag).contains(QString::fromUtf8(name)));
    }
    return flags;
}

/// What only a file of our own tells.
void readKnowledge(const Facts &facts, ImportedCapture &capture)
{
    capture.peer = textOf(facts, "/_peer");
    if (const auto sequence = numberOf(facts, "/_seq"); sequence && *sequence > 0)
        capture.sequence = Sequence(*sequence);
    if (const auto original = numberOf(facts, "/_duplicateOf"); original && *original > 0)
        capture.duplicateOf = Sequence(*original);
    if (const auto origin = numberOf(facts, "/_origin"); origin && *origin > 0)
        capture.origin = Sequence(*origin);
    if (const auto verdict = verdictFromName(textOf(facts, "/_verdict"))) {
        capture.ruling = Ruling{*verdict, textOf(facts, "/_reason"), 0};
        if (const auto status = numberOf(facts, "/response/status"); status && *status >= 0 && *status <= 599)
            capture.status = static_cast<int>(*status);
        capture.flags = flagsOf(facts);
    }
    capture.bookmarked = facts.values.value("/_bookmarked") == "true";
    capture.note = textOf(facts, "/_note");
}

/// Puts `_method` and `_target` in place of what the head says. False when one is no base64.
bool readOwnTexts(const Facts &facts, ImportedCapture &capture)
{
    for (const auto &[path, place] : {std::pair("/_method", &capture.method), std::pair("/_target", &capture.target)}) {
        const auto found = facts.values.constFind(path);
        if (found == facts.values.constEnd())
            continue;
        const std::optional<QByteArray> text = decoded(*found);
        if (!text)
            return false;
        *place = *text;
    }
    return true;
}

/// Fills in the head; the result is what is wrong, empty when nothing is.
QString readHeadOf(const Facts &facts, ImportedCapture &capture)
{
    std::optional<HttpHead> head;
    if (const auto own = facts.values.constFind("/_head"); own != facts.values.constEnd()) {
        const std::optional<QByteArray> bytes = decoded(*own);
        if (!bytes)
            return u"its _head is no base64"_s;
        capture.head = *bytes;
        head = readHead(capture.head);
    } else {
        head = headOf(facts.request, capture.body.size());
        if (!head)
            return u"its method, URL or headers cannot stand in an HTTP request"_s;
        capture.head = writtenHead(*head);
    }
    if (head) {
        capture.method = head->method;
        capture.target = head->target;
    }
    return readOwnTexts(facts, capture) ? QString() : u"its _method or _target is no base64"_s;
}

} // namespace

std::variant<ImportedCapture, ImportProblem> readHarEntry(const QByteArray &json, const QString &where)
{
    HarEntryEvents events;
    const JsonReading reading = readJson(json, events);
    if (reading.error)
        return ImportProblem{where, u"it is no JSON: "_s + reading.error->message()};
    const Facts &facts = events.facts();
    if (!facts.isObject)
        return ImportProblem{where, u"it is no object"_s};
    ImportedCapture capture;
    const tl::expected<QByteArray, QString> body = bodyOf(facts);
    if (!body)
        return ImportProblem{where, body.error()};
    capture.body = *body;
    const QString fault = readHeadOf(facts, capture);
    if (!fault.isEmpty())
        return ImportProblem{where, fault};
    capture.receivedAt = harArrival(textOf(facts, "/startedDateTime"));
    if (const auto received = numberOf(facts, "/_receivedUs"))
        capture.receivedAt = ArrivalTime(*received);
    readKnowledge(facts, capture);
    return capture;
}

} // namespace seatscope
