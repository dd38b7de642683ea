// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/curlrequest.h"

#include <algorithm>
#include <cstring>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// What the fields say of the body's length.
struct Length {
    bool isTold = false;
    bool isNumber = true; ///< all that are told are the same number
    qint64 bytes = 0;
};

void readLength(const QByteArray &value, Length &length)
{
    bool isNumber = false;
    const qint64 bytes = value.toLongLong(&isNumber);
    const bool areDigits = std::ranges::all_of(value, [](char c) { return c >= '0' && c <= '9'; });
    length.isNumber = length.isNumber && isNumber && areDigits && (!length.isTold || bytes == length.bytes);
    length.bytes = bytes;
    length.isTold = true;
}

/// The head of \a capture, one of method and target where none was recorded.
std::optional<HttpHead> headOf(const Capture &capture)
{
    const CaptureSummary &summary = capture.summary;
    return readHead(capture.head.isEmpty() ? summary.method + ' ' + summary.target + " HTTP/1.1\r\n\r\n"
                                           : capture.head);
}

/// Why curl cannot send it; empty when it can.
QString refusal(const HttpHead &head, const Length &length, bool isChunked, qsizetype bodySize)
{
    if (head.version != "HTTP/1.1" && head.version != "HTTP/1.0")
        return u"it is of a version of HTTP that curl does not send"_s;
    if (head.method == "CONNECT")
        return u"CONNECT asks for a tunnel"_s;
    if (head.method == "HEAD" && bodySize > 0)
        return u"curl sends no body with HEAD"_s;
    if (!isChunked && length.isTold && length.isNumber && length.bytes != bodySize)
        return u"its body was not recorded whole (%1 of %2 bytes)"_s.arg(bodySize).arg(length.bytes);
    return {};
}

} // namespace

Result<CurlRequest> curlRequest(const Capture &capture, qsizetype longestHead)
{
    if (capture.head.size() > longestHead || capture.summary.target.size() > longestHead)
        return failure(u"its head is too long for a command line"_s);
    const std::optional<HttpHead> head = headOf(capture);
    if (!head)
        return failure(u"what was recorded is no whole head of a request"_s);
    CurlRequest request{head->method, head->target, head->version == "HTTP/1.0", {}, false, false, false};
    Length length;
    for (const HeadField &field : head->fields) {
        request.hasHost = request.hasHost || isSameName(field.name, "Host");
        request.isUnchunked = request.isUnchunked || isSameName(field.name, "Transfer-Encoding");
        if (isSameName(field.name, "Content-Length"))
            readLength(field.value, length);
    }
    if (const QString why = refusal(*head, length, request.isUnchunked, capture.body.size()); !why.isEmpty())
        return failure(why);
    // curl adds a Host where HTTP/1.1 demands one.
    request.hasHost = request.hasHost || !request.isHttp10;
    // A length that is none was meant so: it is sent as it is.
    const bool isLengthOwn = !request.isUnchunked && length.isTold && !length.isNumber;
    request.hasBody = !capture.body.isEmpty() || request.isUnchunked || (length.isTold && !isLengthOwn);
    for (const HeadField &field : head->fields) {
        const bool isLength = isSameName(field.name, "Content-Length");
        if (!isSameName(field.name, "Host") && !isSameName(field.name, "Transfer-Encoding") &&
            (!isLength || isLengthOwn))
            request.fields.push_back(field);
    }
    if (request.method == "HEAD" && request.hasBody) {
        // There, curl has no body to tell the length of.
        request.fields.push_back({"Content-Length", "0", "Content-Length: 0"});
        request.hasBody = false;
    }
    return request;
}

bool isPlainTarget(QByteArrayView target)
{
    const auto isPlain = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               (c != '\0' && std::strchr("-._~!$&'()*+,;=:@/?%[]{}", c) != nullptr);
    };
    return target.startsWith('/') && std::ranges::all_of(target, isPlain);
}

} // namespace seatscope
