// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exchange/shelltext.h"
#include "tests/unit/exchange/formsamples.h"

namespace seatscope::test {

/// A capture of \a body under a head of \a requestLine and \a fields, each with its line end, to which its length is
/// added.
[[nodiscard]] inline Capture captureOf(const QByteArray &requestLine, const QByteArray &fields, const QByteArray &body)
{
    static qint64 sequence = 0;
    Capture capture = sampleCapture(++sequence, body);
    const QList<QByteArray> parts = requestLine.split(' ');
    capture.summary.method = parts[0];
    capture.summary.target = parts.value(1);
    capture.head = requestLine + "\r\nHost: recorded.example\r\n" + fields +
                   "content-length: " + QByteArray::number(body.size()) + "\r\n\r\n";
    return capture;
}

/// What curl could take for something else.
[[nodiscard]] inline std::vector<Capture> oddForCurl()
{
    std::vector<Capture> captures;
    const QByteArray targets =
        "/../x // //evil.example/x /?a=[1]{}&b={x,y}&c=[1-3] * /a/./b/../c /%2e%2e/%2E /? /#f?x /a\\b ?x "
        "http://other.example/p?q other:80 -X @/etc/passwd /\xE4\xB8\x80\xFF /a|b<c>d^e /%00%zz% /@a:b@c /~x";
    for (const QByteArray &target : targets.split(' '))
        captures.push_back(captureOf("POST " + target + " HTTP/1.1", {}, "{}"));
    const QByteArray methods = "GET PUT DELETE OPTIONS PATCH TRACE post -X head";
    for (const QByteArray &method : methods.split(' '))
        captures.push_back(captureOf(method + " /m HTTP/1.1", {}, "x=1"));
    const QByteArray fields =
        "X-At: @/etc/passwd\nX-Semicolon: ;\nX:;\nX-Empty:\nX-Blank: \t \nX-Tight:a\nX-Wide:   a  \nX-Tab: a\tb\n"
        "X-Colon: a:b;c\n-o: out\nX-!: !!\nAccept:\nAccept: */*\nUser-Agent: me\nuser-agent:\n"
        "Content-Type: application/json\nExpect: 100-continue\nConnection: close\nAccept-Encoding: gzip\nCookie: a=b\n"
        "Authorization: Basic eDp5\nReferer: http://r/\nRange: bytes=0-1\nTE: trailers\n"
        "X-Twice: 1\r\nx-twice: 2\r\nX-Twice: 1";
    for (const QByteArray &field : QByteArray(fields).replace("\r\n", "\r").split('\n'))
        captures.push_back(captureOf("POST /f HTTP/1.1", QByteArray(field).replace('\r', "\r\n") + "\r\n", "{}"));
    captures.push_back(captureOf("HEAD /h HTTP/1.1", {}, {}));
    captures.push_back(captureOf("POST /h HTTP/1.1", {}, {}));
    captures.push_back(captureOf("POST /old HTTP/1.0", {}, "{}"));
    for (const char *body : {"", "{}"}) {
        captures.push_back(captureOf("POST /chunks HTTP/1.1", {}, body));
        captures.back().head = "POST /chunks HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nX: y\r\n\r\n";
    }
    captures.push_back(captureOf("POST /big HTTP/1.1", {}, QByteArray(1024 * 1024 + 1, 'x')));
    return captures;
}

/// What a shell or its printf could take for something else.
[[nodiscard]] inline std::vector<Capture> oddForShells()
{
    std::vector<Capture> captures;
    const QByteArray targets = "/'$(touch${IFS}m1)'`touch${IFS}m2` /?q=a'b\"c /;touch${IFS}m3; /!! /~$HOME '";
    for (const QByteArray &target : targets.split(' '))
        captures.push_back(captureOf("POST " + target + " HTTP/1.1", {}, "{}"));
    const QByteArray methods = "$IFS '`touch$IFS'm4'`' ' `id` !! #x";
    for (const QByteArray &method : methods.split(' '))
        captures.push_back(captureOf(method + " /m HTTP/1.1", {}, "x=1"));
    const QByteArray fields = "X-Quote: it's \"$HOME\" `touch m5` $(touch m6) \\ %s\nX-Bytes: \xFF\xFE\x80%\\'\n"
                              "X-Text: \xE4\xB8\x80\n'`touch$IFS'm7'`: x\n'`touch$IFS'm8'`:";
    for (const QByteArray &field : fields.split('\n'))
        captures.push_back(captureOf("POST /f HTTP/1.1", field + "\r\n", "{}"));
    QByteArray wide = "a"; // so that characters stand where pieces end
    for (int i = 0; i < 5000; ++i)
        wide += i % 7 == 0 ? "\xF0\x9F\x98\x80" : "\xE4\xB8\x80'";
    for (const QByteArray &body :
         {wide, QByteArray(QByteArray(1024, '\n') + QByteArray(1023 * 1024, '\0')), allBytes(), QByteArray("-n"),
          QByteArray("-n\0", 3), QByteArray("'; touch m9; '\n$(touch m10)\n`touch m11`\n%s\\n\\c\n"),
          QByteArray(shellPieceBytes - 1, '-'), QByteArray(shellPieceBytes, '\n'),
          QByteArray(shellPieceBytes + 1, '-')})
        captures.push_back(captureOf("POST /b HTTP/1.1", {}, body));
    return captures;
}

[[nodiscard]] inline std::vector<Capture> operator+(std::vector<Capture> some, const std::vector<Capture> &more)
{
    some.insert(some.end(), more.begin(), more.end());
    return some;
}

/// As \a count random requests: heads of all that may stand there, bodies of all bytes.
[[nodiscard]] inline std::vector<Capture> randomCaptures(QRandomGenerator &random, int count)
{
    const auto some = [&random](const QByteArray &alphabet, int most) {
        QByteArray bytes;
        for (int i = random.bounded(1, most + 1); i > 0; --i)
            bytes += alphabet[random.bounded(static_cast<int>(alphabet.size()))];
        return bytes;
    };
    const QByteArray token = "!#$%&'*+-.^_`|~azAZ09";
    QByteArray visible;
    for (int c = 0x21; c < 0x100; ++c) {
        if (c != 0x7f)
            visible += static_cast<char>(c);
    }
    std::vector<Capture> captures;
    for (int i = 0; i < count; ++i) {
        QByteArray fields;
        for (int j = random.bounded(5); j > 0; --j)
            fields += "X" + some(token, 8) + ':' + some(" \t", 2) + some(visible + " \t", 40) + "\r\n";
        const QByteArray target = (random.bounded(2) == 0 ? "/" : "") + some(visible, 40);
        captures.push_back(captureOf(some(token, 6) + ' ' + target + " HTTP/1.1", fields, randomBytes(random, 10'000)));
    }
    return captures;
}

} // namespace seatscope::test
