// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exchange/importedcapture.h"
#include "model/journal/capture.h"
#include "tests/support/testdata.h"

#include <QFile>
#include <QRandomGenerator>
#include <QString>
#include <QTest>

#include <vector>

namespace seatscope::test {

/// A capture of a callback as Tencent's sender posts it.
[[nodiscard]] inline Capture sampleCapture(qint64 sequence, const QByteArray &body)
{
    Capture capture;
    CaptureSummary &summary = capture.summary;
    summary.sequence = Sequence(sequence);
    summary.receivedAt = ArrivalTime(1'790'000'000'123'456 + sequence * 1001);
    summary.method = "POST";
    summary.target = "/cb?SdkAppid=1400000000&CallbackCommand=State.StateChange&contenttype=json&ClientIP=10.0.0.7";
    summary.peer = QStringLiteral("203.0.113.9:41234");
    summary.status = 200;
    summary.bodySize = body.size();
    capture.body = body;
    capture.head = "POST " + summary.target + " HTTP/1.1\r\nHost: callback.example:8088\r\nuser-agent: TIM/1.0\r\n" +
                   "Content-Type: application/json\r\nX-Twice: one\r\nx-twice: two\r\nContent-Length: " +
                   QByteArray::number(body.size()) + "\r\n\r\n";
    return capture;
}

[[nodiscard]] inline QByteArray randomBytes(QRandomGenerator &random, qsizetype most)
{
    QByteArray bytes(random.bounded(static_cast<int>(most) + 1), '\0');
    for (char &c : bytes)
        c = static_cast<char>(random.bounded(256));
    return bytes;
}

[[nodiscard]] inline QByteArray allBytes()
{
    QByteArray bytes;
    for (int c = 0; c < 256; ++c)
        bytes += static_cast<char>(c);
    return bytes;
}

/// Bodies that are hard to tell in text, and the sample callbacks.
[[nodiscard]] inline std::vector<QByteArray> sampleBodies()
{
    std::vector<QByteArray> bodies{
        "",
        "{}",
        "\n",
        "\r\n\r\n",
        "it's \"quoted\" $HOME `id` $(id) !! \\ \\n \\0 %s %d %% \\",
        "line\nline\n",
        "@/etc/passwd",
        "-n",
        "### \n< file\n{{x}}\n# y",
        QByteArray("nul\0nul", 7),
        QByteArray("\0", 1),
        "\xEF\xBB\xBF{}",
        "\xED\xA0\x80",
        "\xC0\x80\xFF\xFE",
        "\xE4\xB8\x80\xF0\x9F\x98\x80",
        "'",
        "''",
        "EOF\n'EOF'\n",
        allBytes(),
    };
    for (const QString &file : corpusFiles())
        bodies.push_back(testData(u"corpus/" + file));
    QRandomGenerator random(7);
    for (int i = 0; i < 40; ++i)
        bodies.push_back(randomBytes(random, 300));
    return bodies;
}

/// Captures with those bodies, odd heads and everything that a capture can have besides.
[[nodiscard]] inline std::vector<Capture> sampleCaptures()
{
    std::vector<Capture> captures;
    for (const QByteArray &body : sampleBodies())
        captures.push_back(sampleCapture(static_cast<qint64>(captures.size()) * 3 + 1, body));
    const auto last = [&captures]() -> Capture & {
        captures.push_back(sampleCapture(static_cast<qint64>(captures.size()) * 3 + 1, "{}"));
        return captures.back();
    };
    const auto withHead = [&last](const QByteArray &method, const QByteArray &target, const QByteArray &head) {
        Capture &capture = last();
        capture.summary.method = method;
        capture.summary.target = target;
        capture.head = head;
    };
    withHead("POST", "http://h.example/a?b=c", "POST http://h.example/a?b=c HTTP/1.1\r\nHost: h.example\r\n\r\n");
    withHead("OPTIONS", "*", "OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n");
    withHead("GET", "/", "GET / HTTP/1.0\r\n\r\n");
    withHead("GET", "/", "GET / HTTP/1.1\r\nHost:\r\n\r\n");
    withHead("HEAD", "/x", "HEAD /x HTTP/1.1\r\nHost: [::1]:80\r\n\r\n");
    withHead("POST", "/%zz?q=%E4%B8%80&p=\"<>|#f", "POST /%zz?q=%E4%B8%80&p=\"<>|#f HTTP/1.1\r\nHost: h\r\n\r\n");
    withHead("POST", "/\xFF/\xE4\xB8\x80", "POST /\xFF/\xE4\xB8\x80 HTTP/1.1\r\nHost: h\r\n\r\n");
    withHead("POST", "//x/../y/./z",
             "POST //x/../y/./z HTTP/1.1\r\nHost: h\r\nA:b\r\nC:\t d \r\nE:\r\nF: \xFF\r\n\r\n");
    withHead("", "", QByteArray("\x16\x03\x01\0junk", 8));
    withHead("", "", "POST /x\n");
    withHead("", "", "");
    withHead("POST", "/x", "POST /x HTTP/1.1\r\nHost: a\r\nbroken line\r\n");
    withHead("POST", "/x", "POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
    withHead("POST", "/lost", "POST /other HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n");
    Capture &marked = last();
    marked.summary.ruling = {Verdict::BadSignature, QStringLiteral("the Sign is \"wrong\""), 0};
    marked.summary.status = 403;
    marked.summary.flags = CaptureFlags(CaptureFlag::Duplicate) | CaptureFlag::SharedRoomId | CaptureFlag::Late;
    marked.summary.duplicateOf = Sequence(1);
    marked.summary.bookmarked = true;
    marked.summary.note = QStringLiteral("a \"note\"\nwith two lines \U0001F600");
    Capture &sent = last();
    sent.summary.flags = CaptureFlags(CaptureFlag::Replay) | CaptureFlag::KeptOut | CaptureFlag::Sent;
    sent.summary.origin = Sequence(2);
    sent.summary.status = 0;
    Capture &lost = last();
    lost.summary.ruling = {Verdict::Lost, {}, 0};
    lost.summary.status = 0;
    lost.summary.receivedAt = ArrivalTime(-5);
    lost.summary.peer.clear();
    last().summary.receivedAt = ArrivalTime(std::numeric_limits<qint64>::max());
    return captures;
}

/// All that a source brings; a failure is a problem without a place.
[[nodiscard]] inline std::vector<std::variant<ImportedCapture, ImportProblem>> readAll(CaptureSource &source)
{
    std::vector<std::variant<ImportedCapture, ImportProblem>> items;
    for (;;) {
        auto item = source.next();
        if (!item) {
            items.emplace_back(ImportProblem{{}, item.error().message()});
            return items;
        }
        if (!*item)
            return items;
        items.push_back(**item);
    }
}

inline void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace seatscope::test
