// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/httprequest.h"

#include "model/exchange/chunkedbody.h"
#include "model/exchange/httphead.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace seatscope {

namespace {

struct ExchangeText {
    Q_DECLARE_TR_FUNCTIONS(seatscope::Exchange)
};

using Content = tl::expected<QByteArray, QString>;

bool isLineEnd(char c)
{
    return c == '\r' || c == '\n';
}

/// Without what does not count before a request.
QByteArrayView withoutBeginning(QByteArrayView bytes)
{
    constexpr QByteArrayView byteOrderMark = "\xEF\xBB\xBF";
    if (bytes.startsWith(byteOrderMark))
        bytes = bytes.sliced(byteOrderMark.size());
    while (!bytes.isEmpty() && isLineEnd(bytes.front()))
        bytes = bytes.sliced(1);
    return bytes;
}

/// Bytes of the head with its empty line; −1 when it does not end in \a bytes.
qsizetype headSize(QByteArrayView bytes)
{
    qsizetype begin = 0;
    for (qsizetype end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n', begin)) {
        const QByteArrayView line = bytes.sliced(begin, end - begin);
        begin = end + 1;
        if (line.isEmpty() || line == QByteArrayView("\r"))
            return begin;
    }
    return -1;
}

/// The parts of a head whose lines may end in LF alone.
std::optional<HttpHead> readLenientHead(QByteArrayView bytes)
{
    if (std::optional<HttpHead> head = readHead(bytes))
        return head;
    QByteArray strict = bytes.toByteArray();
    strict.replace("\r\n", "\n");
    strict.replace('\n', "\r\n");
    return readHead(strict);
}

/// Every value of the fields with \a name.
QByteArrayList valuesOf(const HttpHead &head, QByteArrayView name)
{
    QByteArrayList values;
    for (const HeadField &field : head.fields) {
        if (isSameName(field.name, name))
            values += field.value;
    }
    return values;
}

bool isNothingMore(QByteArrayView rest)
{
    return std::all_of(rest.begin(), rest.end(), isLineEnd);
}

Content contentOfLength(QByteArrayView rest, const QByteArrayList &lengths)
{
    constexpr qsizetype mostDigits = 15;
    const QByteArray &told = lengths.front();
    const bool isNumber = !told.isEmpty() && told.size() <= mostDigits &&
                          std::ranges::all_of(told, [](char c) { return c >= '0' && c <= '9'; });
    if (!isNumber || lengths.count(told) != lengths.size())
        return tl::unexpected(ExchangeText::tr("its Content-Length is no number, or there are several"));
    const qsizetype length = told.toLongLong();
    if (length > rest.size())
        return tl::unexpected(
            ExchangeText::tr("it ends after %1 of the %2 bytes of its body").arg(rest.size()).arg(length));
    if (!isNothingMore(rest.sliced(length)))
        return tl::unexpected(ExchangeText::tr("there is more in it than the %1 bytes of its body").arg(length));
    return rest.first(length).toByteArray();
}

Content contentOfChunks(QByteArrayView rest)
{
    std::optional<ChunkedContent> joined = joinedChunks(rest);
    if (!joined)
        return tl::unexpected(ExchangeText::tr("the chunks of its body are broken or cut off"));
    if (!isNothingMore(rest.sliced(joined->framedSize)))
        return tl::unexpected(ExchangeText::tr("there is more in it than the chunks of its body"));
    return std::move(joined->content);
}

/// What \a head says of \a rest (RFC 9112 section 6.3), but that without a length it goes to the end.
Content contentIn(QByteArrayView rest, const HttpHead &head)
{
    const QByteArrayList lengths = valuesOf(head, "content-length");
    const QByteArrayList codings = valuesOf(head, "transfer-encoding");
    if (!codings.isEmpty()) {
        if (!lengths.isEmpty() || codings.size() > 1 || !isChunked(head))
            return tl::unexpected(ExchangeText::tr("its Transfer-Encoding is not understood"));
        return contentOfChunks(rest);
    }
    return lengths.isEmpty() ? Content(rest.toByteArray()) : contentOfLength(rest, lengths);
}

} // namespace

bool beginsLikeRequest(QByteArrayView bytes)
{
    const QByteArrayView text = withoutBeginning(bytes);
    const qsizetype end = text.indexOf('\n');
    return end > 0 && readLenientHead(QByteArray(text.first(end + 1).toByteArray() + '\n'));
}

tl::expected<ImportedCapture, QString> readHttpRequest(QByteArrayView bytes, const ImportLimits &limits)
{
    if (bytes.startsWith("PK\x03\x04"))
        return tl::unexpected(ExchangeText::tr("it is an archive, and archives in others are not opened"));
    const QByteArrayView request = withoutBeginning(bytes);
    const qsizetype size = headSize(request.first(qMin<qsizetype>(request.size(), limits.headBytes)));
    if (size < 0 && request.size() > limits.headBytes)
        return tl::unexpected(
            ExchangeText::tr("it is no HTTP request, or its head is longer than %1 bytes").arg(limits.headBytes));
    if (size < 0)
        return tl::unexpected(ExchangeText::tr("it is no HTTP request, or its head is cut off"));
    const QByteArrayView headBytes = request.first(size);
    const std::optional<HttpHead> head = readLenientHead(headBytes);
    if (!head)
        return tl::unexpected(ExchangeText::tr("it is no HTTP request, or its head is broken"));
    Content content = contentIn(request.sliced(size), *head);
    if (!content)
        return tl::unexpected(content.error());
    ImportedCapture capture;
    capture.head = headBytes.toByteArray();
    capture.body = *std::move(content);
    capture.method = head->method;
    capture.target = head->target;
    return capture;
}

} // namespace seatscope
