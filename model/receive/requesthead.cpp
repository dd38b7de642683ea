// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/receive/requesthead.h"

#include <QList>

#include <algorithm>

namespace seatscope {

namespace {

using namespace Qt::StringLiterals;

/// tchar of RFC 9110 section 5.6.2.
bool isTokenCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, isTokenCharacter);
}

std::optional<qint64> parseContentLength(QByteArrayView text)
{
    const bool digits = !text.isEmpty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    bool fits = false;
    const qint64 length = text.toLongLong(&fits);
    return digits && fits ? std::optional(length) : std::nullopt;
}

/// Reads the fields of a head one after the other; the first problem is kept.
class HeadParser {
public:
    explicit HeadParser(const QByteArray &bytes) { m_head.bytes = bytes; }

    tl::expected<RequestHead, HeadError> parse()
    {
        QByteArrayView rest = QByteArrayView(m_head.bytes).chopped(2);
        if (rest.contains('\0'))
            return refuse(u"a NUL byte in the head"_s);
        bool first = true;
        while (!rest.isEmpty()) {
            const qsizetype end = rest.indexOf("\r\n");
            const QByteArrayView line = rest.first(end);
            rest = rest.sliced(end + 2);
            if (line.contains('\r') || line.contains('\n'))
                return refuse(u"a line of the head ends without CR LF"_s);
            const QString problem = first ? requestLine(line) : field(line);
            if (!problem.isEmpty())
                return refuse(problem);
            first = false;
        }
        return finish();
    }

    /// Judges the request line alone.
    std::optional<HeadError> parseRequestLine(QByteArrayView line)
    {
        const QString problem =
            line.endsWith('\r') ? requestLine(line.chopped(1)) : u"the request line ends without CR LF"_s;
        if (problem.isEmpty())
            return std::nullopt;
        return HeadError{problem, m_head.method, m_head.target};
    }

private:
    tl::expected<RequestHead, HeadError> refuse(const QString &reason) const
    {
        return tl::unexpected(HeadError{reason, m_head.method, m_head.target});
    }

    QString requestLine(QByteArrayView line)
    {
        const qsizetype methodEnd = line.indexOf(' ');
        const qsizetype targetEnd = line.lastIndexOf(' ');
        if (methodEnd <= 0 || targetEnd <= methodEnd + 1)
            return u"the request line is not METHOD TARGET VERSION"_s;
        const QByteArrayView target = line.sliced(methodEnd + 1, targetEnd - methodEnd - 1);
        if (!isToken(line.first(methodEnd)) || target.contains(' '))
            return u"the request line is not METHOD TARGET VERSION"_s;
        m_head.method = line.first(methodEnd).toByteArray();
        m_head.target = target.toByteArray();
        const QByteArrayView version = line.sliced(targetEnd + 1);
        if (version != "HTTP/1.1" && version != "HTTP/1.0")
            return u"only HTTP/1.0 and HTTP/1.1 are spoken here"_s;
        m_http10 = version == "HTTP/1.0";
        return {};
    }

    QString field(QByteArrayView line)
    {
        const qsizetype colon = line.indexOf(':');
        if (colon < 0 || !isToken(line.first(colon)))
            return u"a field of the head has no valid name"_s;
        const QByteArray name = line.first(colon).toByteArray().toLower();
        const QByteArray value = line.sliced(colon + 1).toByteArray().trimmed();
        if (name == "host")
            ++m_hosts;
        else if (name == "content-length")
            return contentLength(value);
        else if (name == "transfer-encoding")
            return transferEncoding(value);
        else if (name == "expect")
            m_head.expectContinue = value.compare("100-continue", Qt::CaseInsensitive) == 0;
        else if (name == "upgrade")
            m_webSocket = m_webSocket || value.toLower().contains("websocket");
        else if (name == "connection")
            readConnectionOptions(value.toLower());
        return {};
    }

    QString contentLength(const QByteArray &value)
    {
        if (m_head.contentLength)
            return u"more than one Content-Length"_s;
        m_head.contentLength = parseContentLength(value);
        return m_head.contentLength ? QString() : u"the Content-Length is no number"_s;
    }

    QString transferEncoding(const QByteArray &value)
    {
        if (m_head.chunked || value.compare("chunked", Qt::CaseInsensitive) != 0)
            return u"the only Transfer-Encoding spoken here is chunked"_s;
        m_head.chunked = true;
        return {};
    }

    void readConnectionOptions(const QByteArray &value)
    {
        const QList<QByteArray> options = value.split(',');
        for (const QByteArray &option : options) {
            const QByteArray name = option.trimmed();
            m_close = m_close || name == "close";
            m_upgrade = m_upgrade || name == "upgrade";
        }
    }

    tl::expected<RequestHead, HeadError> finish()
    {
        if (m_head.method.isEmpty())
            return refuse(u"the request line is missing"_s);
        if (m_hosts > 1 || (m_hosts == 0 && !m_http10))
            return refuse(u"exactly one Host is needed"_s);
        if (m_head.chunked && (m_head.contentLength || m_http10))
            return refuse(u"Transfer-Encoding beside Content-Length or in HTTP/1.0"_s);
        if (m_upgrade && m_webSocket)
            return refuse(u"no WebSocket is spoken here"_s);
        // HTTP/1.0 has no persistent connections of its own; one answer, then the end, is what all of its clients know.
        m_head.keepAlive = !m_close && !m_http10;
        return m_head;
    }

    RequestHead m_head;
    int m_hosts = 0;
    bool m_http10 = false;
    bool m_close = false;
    bool m_upgrade = false;
    bool m_webSocket = false;
};

} // namespace

std::optional<qsizetype> headLength(const QByteArray &received, qsizetype searchFrom)
{
    // Also LF LF ends a head for Qt's parser; it must end one here too, and is refused when it is parsed.
    for (qsizetype i = std::max<qsizetype>(0, searchFrom - 3); i < received.size(); ++i) {
        if (received.at(i) != '\n')
            continue;
        const QByteArrayView before = QByteArrayView(received).first(i);
        if (i == 0 || before == "\r" || before.endsWith('\n') || before.endsWith("\n\r"))
            return i + 1;
    }
    return std::nullopt;
}

std::optional<HeadError> earlyProblem(const QByteArray &received)
{
    // Whoever speaks TLS to this port begins like this, and waits for an answer that HTTP does not have.
    if (!received.isEmpty() && !isTokenCharacter(received.front()))
        return HeadError{u"this is no HTTP request"_s, {}, {}};
    const qsizetype lineEnd = received.indexOf('\n');
    if (lineEnd < 0)
        return std::nullopt;
    return HeadParser(received).parseRequestLine(QByteArrayView(received).first(lineEnd));
}

tl::expected<RequestHead, HeadError> parseHead(const QByteArray &bytes)
{
    if (!bytes.endsWith("\r\n\r\n"))
        return tl::unexpected(HeadError{u"the head does not end with an empty line after CR LF"_s, {}, {}});
    return HeadParser(bytes).parse();
}

} // namespace seatscope
