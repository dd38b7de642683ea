// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/verdict.h"
#include "model/receive/receivelimits.h"

#include <QByteArray>

#include <vector>

namespace seatscope::test {

/// A request that a receiver must turn down, or one that looks odd and is none the less in order.
struct OddRequest {
    const char *name = nullptr;
    QByteArray bytes; ///< up to and including the byte that decides
    int status = 0;
    Verdict verdict = Verdict::Malformed;
    bool closes = true;
    QByteArray after; ///< what the sender sends besides; never looked at where the connection closes
    QByteArray head;  ///< what is captured; empty: bytes, without a body
};

/// The limits that the table below is made for.
inline ReceiveLimits oddRequestLimits()
{
    ReceiveLimits limits;
    limits.targetBytes = 40;
    limits.headBytes = 160;
    limits.fields = 5;
    limits.bodyBytes = 20;
    return limits;
}

inline QByteArray expectedHead(const OddRequest &request)
{
    if (!request.head.isEmpty())
        return request.head;
    const qsizetype end = request.bytes.indexOf("\r\n\r\n");
    return end < 0 ? request.bytes : request.bytes.first(end + 4);
}

/// Fields after a good request line and a good Host, with the end of the head; 400 when its last byte has come.
inline OddRequest badHead(const char *name, const QByteArray &fields)
{
    return {
        name, "POST /p HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n", 400, Verdict::Malformed, true, "GET / HTTP/1.1\r\n",
        {}};
}

/// A field line that is refused at its end, without the rest of the head.
inline OddRequest badLine(const char *name, const QByteArray &line)
{
    return {name, "POST /p HTTP/1.1\r\nHost: x\r\n" + line + "\r\n", 400, Verdict::Malformed, true, "A: b\r\n\r\n", {}};
}

/// A request line that is refused at its end.
inline OddRequest badRequestLine(const char *name, const QByteArray &line)
{
    return {name, line + "\r\n", 400, Verdict::Malformed, true, "Host: x\r\n\r\n", {}};
}

/// A Host that is refused at the end of its line.
inline OddRequest badHost(const char *name, const QByteArray &host)
{
    return {name, "GET / HTTP/1.1\r\nHost: " + host + "\r\n", 400, Verdict::Malformed, true, "\r\n", {}};
}

/// A chunked body, up to the byte that breaks it.
inline OddRequest badChunks(const char *name, const QByteArray &body, int status = 400)
{
    return {name,   "POST /p HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + body,
            status, status == 400 ? Verdict::Malformed : Verdict::TooLarge,
            true,   "0\r\n\r\nGET / HTTP/1.1\r\n",
            {}};
}

/// Something that is beyond a limit.
inline OddRequest tooLarge(const char *name, const QByteArray &bytes, int status, const QByteArray &after = "more")
{
    return {name, bytes, status, Verdict::TooLarge, true, after, {}};
}

/// A request that is in order.
inline OddRequest inOrder(const char *name, const QByteArray &bytes, Verdict verdict, bool closes = false)
{
    return {name, bytes, 200, verdict, closes, {}, {}};
}

inline std::vector<OddRequest> oddRequestLines()
{
    return {
        {"TLS", "\x16", 400, Verdict::Malformed, true, "\x03\x01\x02", {}},
        {"LF first", "\n", 400, Verdict::Malformed, true, "GET / HTTP/1.1\r\n", {}},
        {"blank first", " ", 400, Verdict::Malformed, true, "GET / HTTP/1.1\r\n", {}},
        {"NUL first", QByteArray(1, '\0'), 400, Verdict::Malformed, true, "GET", {}},
        {"byte order mark first", "\xef", 400, Verdict::Malformed, true, "\xbb\xbfGET / HTTP/1.1\r\n", {}},
        {"CR alone first", "\rG", 400, Verdict::Malformed, true, "ET / HTTP/1.1\r\n", {}},
        {"too many empty lines", QByteArray("\r\n").repeated(8) + "\r", 400, Verdict::Malformed, true, "\n", "\r"},
        badRequestLine("one word", "hello"),
        badRequestLine("no target", "GET"),
        badRequestLine("no version", "GET /"),
        badRequestLine("empty target", "GET  HTTP/1.1"),
        badRequestLine("two blanks", "GET  / HTTP/1.1"),
        badRequestLine("two blanks before the version", "GET /  HTTP/1.1"),
        badRequestLine("blank in the target", "GET /a b HTTP/1.1"),
        badRequestLine("blank at the end", "GET / HTTP/1.1 "),
        badRequestLine("tab for a blank", "GET\t/\tHTTP/1.1"),
        badRequestLine("tab in the target", "GET /a\tb HTTP/1.1"),
        badRequestLine("HTTP/0.9", "GET / HTTP/0.9"),
        badRequestLine("HTTP/1.2", "GET / HTTP/1.2"),
        badRequestLine("HTTP/2.0", "GET / HTTP/2.0"),
        badRequestLine("HTTP/9.9", "GET / HTTP/9.9"),
        badRequestLine("HTTP/1", "GET / HTTP/1"),
        badRequestLine("HTTP/1.10", "GET / HTTP/1.10"),
        badRequestLine("HTTP/01.1", "GET / HTTP/01.1"),
        badRequestLine("lower-case version", "GET / http/1.1"),
        badRequestLine("other protocol", "GET / RTSP/1.1"),
        badRequestLine("bad method", "G(T / HTTP/1.1"),
        badRequestLine("method that is no ASCII", "G\xc3\x89T / HTTP/1.1"),
        badRequestLine("NUL in the target", QByteArray("GET /\0 HTTP/1.1", 15)),
        badRequestLine("CR in the target", "GET /\r HTTP/1.1"),
        badRequestLine("DEL in the target", "GET /\x7f HTTP/1.1"),
        badRequestLine("HTTP/2 preface", "PRI * HTTP/2.0"),
        {"LF alone", "GET / HTTP/1.1\n", 400, Verdict::Malformed, true, "Host: x\n\n", {}},
        {"two CR", "GET / HTTP/1.1\r\r\n", 400, Verdict::Malformed, true, "Host: x\r\n\r\n", {}},
        tooLarge("long target", "GET /" + QByteArray(40, 'a'), 414, "a HTTP/1.1\r\n"),
        tooLarge("target without end", "GET " + QByteArray(41, '%'), 414),
        tooLarge("method without end", QByteArray(160, 'M'), 431),
    };
}

inline std::vector<OddRequest> oddFields()
{
    return {
        badLine("no colon", "abc"),
        badLine("no name", ": abc"),
        badLine("blank before the colon", "A : b"),
        badLine("tab before the colon", "A\t: b"),
        badLine("blank before the name", " A: b"),
        badLine("folded line", "A: b\r\n c"),
        badLine("folded with a tab", "A: b\r\n\tc"),
        badLine("name that is no ASCII", "\xc3\x84: b"),
        badLine("blank in the name", "A b: c"),
        badLine("quote in the name", "\"A\": c"),
        badLine("NUL in the value", QByteArray("A: b\0c", 6)),
        badLine("NUL in the name", QByteArray("A\0: b", 5)),
        badLine("CR in the value", "A: b\rc"),
        badLine("vertical tab in the value", "A: b\vc"),
        badLine("escape in the value", "A: \x1b[2J"),
        badLine("DEL in the value", "A: \x7f"),
        badLine("CR before a line", "\rA: b"),
        {"LF in a value", "GET / HTTP/1.1\r\nHost: x\r\nA: b\n", 400, Verdict::Malformed, true, "c: d\r\n\r\n", {}},
        {"LF ends the head", "GET / HTTP/1.1\r\nHost: x\r\n\n", 400, Verdict::Malformed, true, "GET /", {}},
        {"CR CR LF ends the head", "GET / HTTP/1.1\r\nHost: x\r\n\r\r\n", 400, Verdict::Malformed, true, "GET /", {}},
        badLine("negative length", "Content-Length: -1"),
        badLine("signed length", "Content-Length: +1"),
        badLine("list of lengths", "Content-Length: 5, 5"),
        badLine("list without blank", "Content-Length: 5,5"),
        badLine("two lengths", "Content-Length: 1\r\nContent-Length: 2"),
        badLine("the same length twice", "Content-Length: 1\r\ncontent-length: 1"),
        badLine("overflowing length", "Content-Length: 18446744073709551617"),
        badLine("length just beyond 63 bits", "Content-Length: 9223372036854775808"),
        badLine("empty length", "Content-Length: "),
        badLine("hexadecimal length", "Content-Length: 0x10"),
        badLine("length with a point", "Content-Length: 1.0"),
        badLine("length with a blank in it", "Content-Length: 1 0"),
        badLine("quoted length", "Content-Length: \"1\""),
        badLine("length in other digits", "Content-Length: \xd9\xa1"),
        badLine("gzip, chunked", "Transfer-Encoding: gzip, chunked"),
        badLine("chunked, identity", "Transfer-Encoding: chunked, identity"),
        badLine("identity", "Transfer-Encoding: identity"),
        badLine("xchunked", "Transfer-Encoding: xchunked"),
        badLine("empty encoding", "Transfer-Encoding:"),
        badLine("chunked with a parameter", "Transfer-Encoding: chunked;q=1"),
        badLine("vertical tab before chunked", "Transfer-Encoding: \vchunked"),
        badLine("chunked twice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked"),
        badHead("length and chunked", "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n"),
        badHead("chunked and length", "Transfer-Encoding: chunked\r\nContent-Length: 1\r\n"),
        badHead("two hosts", "host: x\r\n"),
        badHead("WebSocket", "Connection: keep-alive, Upgrade\r\nUpgrade: WebSocket\r\n"),
        {"chunked in 1.0",
         "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n",
         400,
         Verdict::Malformed,
         true,
         "0",
         {}},
        {"no host", "POST / HTTP/1.1\r\nContent-Length: 2\r\n\r\n", 400, Verdict::Malformed, true, "{}", {}},
        badHost("blank host and port", " :"),
        {"empty host beside a target with a host",
         "GET http://x/ HTTP/1.1\r\nHost:\r\n",
         400,
         Verdict::Malformed,
         true,
         "\r\n",
         {}},
        badHost("host with user", "u@x"),
        badHost("host with path", "x/y"),
        badHost("two hosts in one", "x, y"),
        badHost("host with blank", "x y"),
        badHost("port beyond 65535", "x:65536"),
        badHost("port that is no number", "x:http"),
        badHost("two ports", "x:1:2"),
        badHost("port alone", ":80"),
        badHost("open bracket", "[::1"),
        badHost("no address in brackets", "[x]"),
        badHost("broken percent", "a%4"),
    };
}

inline std::vector<OddRequest> oddBodies()
{
    const QByteArray head = "POST / HTTP/1.1\r\nHost: x\r\n";
    return {
        tooLarge("long length", head + "Content-Length: 21\r\n\r\n", 413, QByteArray(21, 'x')),
        tooLarge("longest length", head + "Content-Length: 9223372036854775800\r\n\r\n", 413),
        tooLarge("head without end", head + "A: " + QByteArray(160 - head.size() - 3, 'a'), 431),
        tooLarge("one field too many", head + "A:\r\nB:\r\nC:\r\nD:\r\nE", 431, ":\r\n\r\n"),
        badChunks("no chunk size", "z"),
        badChunks("negative chunk", "-"),
        badChunks("signed chunk", "+"),
        badChunks("0x chunk", "0x"),
        badChunks("empty chunk size", "\r"),
        badChunks("blank after a chunk size", "2 \r"),
        badChunks("digit after a blank", "2 2"),
        badChunks("LF after a blank", "2\t\n"),
        badChunks("blank before a chunk size", " "),
        badChunks("LF after a chunk size", "2\n"),
        badChunks("CR without LF after a chunk size", "2\r{"),
        badChunks("overflowing chunk size", "0000000000000002"),
        badChunks("chunk longer than it says", "2\r\n{}}"),
        badChunks("chunk shorter than it says", "5\r\n{}\r\n0\r\r"),
        badChunks("chunk ended by LF", "2\r\n{}\n"),
        badChunks("LF in an extension", "2;a\n"),
        badChunks("CR in an extension", "2;a\rb"),
        badChunks("NUL in an extension", QByteArray("2;\0", 3)),
        badChunks("trailer", "2\r\n{}\r\n0\r\nX"),
        badChunks("next request for a trailer", "2\r\n{}\r\n0\r\nG"),
        badChunks("LF ends the chunks", "2\r\n{}\r\n0\r\n\n"),
        badChunks("chunk too large", "15\r\n", 413),
        badChunks("chunks too large", "A\r\n0123456789\r\nB\r\n", 413),
        inOrder("GET", "GET / HTTP/1.1\r\nHost: x\r\n\r\n", Verdict::Probe),
        inOrder("field names in other case", "POST / HTTP/1.1\r\nhOsT:x\r\ncontent-LENGTH:\t002 \r\n\r\n{}",
                Verdict::UnknownCommand),
        inOrder("bytes that are no UTF-8", "GET /?\xff HTTP/1.1\r\nHost: x\r\nA: \xff\xfe\tb\r\n\r\n", Verdict::Probe),
        inOrder("address and port", "GET / HTTP/1.1\r\nHost: [::1]:65535\r\nA:\r\n\r\n", Verdict::Probe),
        inOrder("chunks with extensions",
                head + "Transfer-Encoding: Chunked\r\n\r\n1;a=\"b\"\r\n{\r\n01\r\n}\r\n000;z\r\n\r\n",
                Verdict::UnknownCommand),
        inOrder("chunks with blanks before extensions",
                head + "Transfer-Encoding: chunked\r\n\r\n1 ;a\r\n{\r\n1\t \t; b = c\r\n}\r\n0 ;z\r\n\r\n",
                Verdict::UnknownCommand),
        inOrder("empty host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", Verdict::Probe),
        inOrder("blank host", "POST /?a HTTP/1.1\r\nHost: \t \r\nContent-Length: 2\r\n\r\n{}", Verdict::UnknownCommand),
        inOrder("HTTP/1.0", "POST / HTTP/1.0\r\nContent-Length: 2\r\n\r\n{}", Verdict::UnknownCommand, true),
        inOrder("HTTP/1.0 keep-alive", "GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n", Verdict::Probe, true),
        inOrder("close", "GET / HTTP/1.1\r\nHost: x\r\nConnection: a, CLOSE\r\n\r\n", Verdict::Probe, true),
        inOrder("upgrade to HTTP/2",
                "GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n\r\n",
                Verdict::Probe),
        {"empty lines before",
         "\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n",
         200,
         Verdict::Probe,
         false,
         {},
         "GET / HTTP/1.1\r\nHost: x\r\n\r\n"},
    };
}

/// All of them.
inline std::vector<OddRequest> oddRequests()
{
    std::vector<OddRequest> all = oddRequestLines();
    for (const std::vector<OddRequest> &more : {oddFields(), oddBodies()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

} // namespace seatscope::test
