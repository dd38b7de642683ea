// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/replay/answerreader.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace seatscope;

namespace {

/// What became of \a bytes that come in pieces of \a size, and then the end.
QString outcome(const QByteArray &bytes, qsizetype size, bool toHead)
{
    AnswerReader reader(toHead);
    for (qsizetype at = 0; at < bytes.size(); at += size)
        reader.take(QByteArrayView(bytes).sliced(at, qMin(size, bytes.size() - at)));
    const bool wasComplete = reader.state() == AnswerReader::State::Complete;
    const bool keepsAlive = reader.keepsAlive();
    if (reader.end() == AnswerReader::State::Broken)
        return reader.problem();
    return u"%1 %2%3"_s.arg(reader.answer().status)
        .arg(QString::fromLatin1(reader.answer().body), !wasComplete ? u" at the end"_s
                                                        : keepsAlive ? u" kept"_s
                                                                     : u" closed"_s);
}

} // namespace

class TestAnswerReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void readsAnswersHoweverTheyAreSplit_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("wanted");
        const auto row = [](const char *name, const QByteArray &bytes, const QString &wanted) {
            QTest::newRow(name) << bytes << wanted;
        };
        row("length", "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nab", u"200 ab kept"_s);
        row("nothing", "HTTP/1.1 404\r\nContent-Length:0\r\n\r\n", u"404  kept"_s);
        row("more than it says", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nabc", u"200 ab closed"_s);
        row("to the end", "HTTP/1.1 200 OK\r\n\r\nab", u"200 ab at the end"_s);
        row("chunks",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1;x=y\r\na\r\n002\r\nbc\r\n0\r\nT: 1\r\n\r\n",
            u"200 abc kept"_s);
        row("close", "HTTP/1.1 200 OK\r\nConnection: x, Close\r\nContent-Length: 1\r\n\r\na", u"200 a closed"_s);
        row("HTTP/1.0", "HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\na", u"200 a closed"_s);
        row("HTTP/1.0, kept", "HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 1\r\n\r\na",
            u"200 a kept"_s);
        row("interim", "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Made\r\nContent-Length: 1\r\n\r\na", u"201 a kept"_s);
        row("no content", "HTTP/1.1 204 No\r\n\r\n", u"204  kept"_s);
        row("another protocol", "HTTP/1.1 101 Switch\r\n\r\n", u"101  closed"_s);
        row("no CR", "HTTP/1.1 200 OK\nContent-Length: 1\n\na", u"200 a kept"_s);
        row("redirect", "HTTP/1.1 302 Found\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n", u"302  kept"_s);
        row("cut off", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab",
            u"the connection was closed in the middle of the answer"_s);
        row("silence", "", u"the connection was closed without an answer"_s);
        row("no HTTP", "SSH-2.0-OpenSSH_9.2\r\n\r\n", u"the answer is no HTTP/1.x"_s);
        row("no status", "HTTP/1.1 2x0 OK\r\n\r\n", u"the answer is no HTTP/1.x"_s);
        row("two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
            u"the answer has a Content-Length that is none"_s);
        row("a negative length", "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nab",
            u"the answer has a Content-Length that is none"_s);
        row("broken chunks", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n",
            u"the chunks of the answer are broken"_s);
        row("a chunk beyond all", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n",
            u"the chunks of the answer are broken"_s);
        row("a head without end", "HTTP/1.1 200 OK\r\nX: " + QByteArray(70'000, 'x'),
            u"the head of the answer is longer than 65536 bytes"_s);
    }
    void readsAnswersHoweverTheyAreSplit()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, wanted);
        for (const qsizetype size : {qsizetype{1}, qsizetype{2}, qsizetype{3}, qsizetype{7}, qsizetype{1000},
                                     qMax<qsizetype>(1, bytes.size())})
            QCOMPARE(outcome(bytes, size, false), wanted);
    }

    void expectsNoBodyForHead()
    {
        QCOMPARE(outcome("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n", 100, true), u"200  kept"_s);
    }

    void keepsABoundedPartOfTheBody()
    {
        AnswerReader reader;
        reader.take("HTTP/1.1 200 OK\r\nContent-Length: 3145728\r\n\r\n");
        const QByteArray part(1 << 20, 'x');
        reader.take(part);
        reader.take(part);
        QVERIFY(reader.state() == AnswerReader::State::Incomplete);
        reader.take(part);
        QVERIFY(reader.state() == AnswerReader::State::Complete);
        QCOMPARE(reader.answer().bodySize, 3 << 20);
        QCOMPARE(reader.answer().body.size(), mostAnswerBytes);
    }
};

QTEST_GUILESS_MAIN(TestAnswerReader)
#include "tst_answerreader.moc"
