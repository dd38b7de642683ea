// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/journalcheck.h"
#include "tests/support/testmain.h"
#include "tests/unit/journal/retentiontools.h"

#include <QTemporaryDir>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

/// The share of a journal that probes and refused requests have.
class TestUninvited : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(u"j.seatscope"_s);
    }

    void refusedRequestsDoNotPushOutOthers()
    {
        const auto writer = openWriter(m_path, upTo(1000));
        QVERIFY(writer);
        keepAndRetain(*writer, 100, [](qint64 sequence) { return capture(sequence); });
        keepAndRetain(*writer, 20'000, refusedCapture);
        const Kept kept = keptIn(m_path);
        QCOMPARE(kept.accepted, 100);
        QVERIFY2(kept.refused <= 100 && kept.refused >= 90, qPrintable(QString::number(kept.refused)));
        QCOMPARE(kept.sequences.first(100).constLast(), 100);
        QCOMPARE(kept.sequences.constLast(), 20'100);
        QCOMPARE(openReader(m_path)->usage()->refused, kept.refused);
    }

    /// Everyone can send probes, signed or not.
    void probesAndRefusedRequestsShare()
    {
        const auto writer = openWriter(m_path, upTo(1000));
        QVERIFY(writer);
        keepAndRetain(*writer, 900, [](qint64 sequence) { return capture(sequence); });
        keepAndRetain(*writer, 5'000, [](qint64 i) { return i % 2 == 0 ? probe(i) : refusedCapture(i); });
        const Kept kept = keptIn(m_path);
        QCOMPARE(kept.accepted, 900);
        const qint64 uninvited = kept.probes + kept.refused;
        QVERIFY2(uninvited <= 100 && uninvited >= 90, qPrintable(QString::number(uninvited)));
        QVERIFY(kept.probes >= 40 && kept.refused >= 40);
        QCOMPARE(openReader(m_path)->usage()->refused, kept.refused);
        keep(*writer, {probe(5'901)});
        const Result<Retained> retained = writer->makeRoom(ArrivalTime(testNow.value() + 10'000'000));
        QVERIFY(retained && retained->holdings);
        QVERIFY(retained->holdings->uninvited <= 100 && retained->holdings->uninvited >= 90);
    }

    void uninvitedRequestsHaveAShareOfTheBytes_data()
    {
        QTest::addColumn<qsizetype>("target");
        QTest::addColumn<qsizetype>("body");
        QTest::addColumn<qint64>("count");
        QTest::newRow("tiny") << qsizetype{2} << qsizetype{0} << qint64{20'000};
        QTest::newRow("long targets") << qsizetype{8000} << qsizetype{0} << qint64{400};
        QTest::newRow("targets of half a page") << qsizetype{4200} << qsizetype{0} << qint64{800};
        QTest::newRow("bodies of a third of a page") << qsizetype{2} << qsizetype{2700} << qint64{2'000};
        QTest::newRow("bodies of half a page") << qsizetype{2} << qsizetype{4200} << qint64{1'000};
        QTest::newRow("large bodies") << qsizetype{2} << qsizetype{100'000} << qint64{100};
    }
    /// However they are made: what they take of the file's pages counts, not what was sent.
    void uninvitedRequestsHaveAShareOfTheBytes()
    {
        QFETCH(qsizetype, target);
        QFETCH(qsizetype, body);
        QFETCH(qint64, count);
        constexpr qint64 callbacks = 1'000;
        RetentionLimits limits;
        {
            const auto writer = openWriter(m_path);
            keepAndRetain(*writer, callbacks, [](qint64 i) { return capture(i, u"r"_s, i, QByteArray(3'500, 'y')); });
        }
        const qint64 alone = openReader(m_path)->usage()->usedBytes;
        limits.bytes = alone * 100 / 85;
        const auto writer = openWriter(m_path, limits);
        QVERIFY(writer);
        keepAndRetain(*writer, count, [target, body](qint64 i) {
            Capture c = i % 2 == 0 ? probe(i) : refusedCapture(i);
            c.summary.target = "/" + QByteArray(target - 1, 'z');
            c.head = "GET " + c.summary.target + " HTTP/1.1\r\nHost: a\r\n\r\n";
            c.body = QByteArray(body, 'x');
            c.summary.bodySize = body;
            return c;
        });
        QCOMPARE(keptIn(m_path).accepted, callbacks);
        const qint64 taken = openReader(m_path)->usage()->usedBytes - alone;
        QVERIFY2(taken <= limits.bytes * 13 / 100 && taken >= limits.bytes / 20,
                 qPrintable(u"%1 % of the limit"_s.arg(taken * 100 / limits.bytes)));
    }

    void countsStoredSizesInOneWay()
    {
        std::vector<Capture> captures;
        for (qint64 i = 1; i <= 40; ++i)
            captures.push_back(i % 3 == 0 ? capture(i) : i % 3 == 1 ? probe(i) : refusedCapture(i));
        captures[0].summary.target = QByteArray("/a\0\xff", 4);
        captures[1].summary.peer = u"房间😀"_s;
        captures[1].summary.ruling.reason = u"wörds \"and\" more"_s;
        captures[3].summary.command = QString(u'é').repeated(1500);
        captures[4].summary.room = RoomId(u"房间"_s);
        captures[4].summary.operatorAccount = UserId(u""_s);
        captures[6].summary.operatorAccount = UserId(QString(u"a\0b"_s));
        captures[7].summary.target = QByteArray(8192, 'z');
        captures[9].body = QByteArray(1'000'000, 'x');
        captures[9].summary.bodySize = captures[9].body.size();
        captures[10].head = QByteArray(8192 / 3 - 22, 'x');
        captures[12].head = QByteArray();
        for (Capture &c : captures) {
            c.head += QByteArray(c.summary.sequence.value(), '-');
            if (c.summary.sequence.value() > 20)
                c.head += QByteArray(c.summary.sequence.value() * 137, '-');
        }
        {
            const auto writer = openWriter(m_path, upTo(200));
            keep(*writer, captures);
        }
        QCOMPARE(checkJournal(m_path)->join(u'\n'), QString());
        // What goes is counted in the same way.
        QVERIFY(removeAll(*openWriter(m_path, upTo(10))).captures > 20);
        QCOMPARE(checkJournal(m_path)->join(u'\n'), QString());
    }

    void othersDoNotPushOutRefusedRequests()
    {
        const auto writer = openWriter(m_path, upTo(1000));
        QVERIFY(writer);
        keepAndRetain(*writer, 50, refusedCapture);
        keepAndRetain(*writer, 20'000, [](qint64 sequence) { return capture(sequence); });
        const Kept kept = keptIn(m_path);
        QCOMPARE(kept.refused, 50);
        QVERIFY(kept.accepted <= 950 && kept.accepted >= 900);
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestUninvited)
#include "tst_uninvited.moc"
