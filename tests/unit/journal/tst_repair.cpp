// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/journalcheck.h"
#include "model/journal/journalrepair.h"
#include "tests/support/testmain.h"
#include "tests/unit/journal/journaltools.h"

#include <QTemporaryDir>

#include <random>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 captures = 600;
constexpr qsizetype pageSize = 8192;

QByteArray bodyOf(qint64 sequence)
{
    // Some beyond a page, so that there are overflow pages too.
    const qsizetype padding = sequence % 50 == 0 ? 30'000 : 900;
    return "{\"CallbackCommand\":\"Mic.CallbackAfterSeatInfoChanged\",\"RoomId\":\"r" +
           QByteArray::number(sequence % 7) + "\",\"x\":\"" + QByteArray(padding, 'x') + QByteArray::number(sequence) +
           "\"}";
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeContent(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

/// What SQLite finds of a capture in a damaged file when it is asked for it by its number.
std::optional<std::pair<QByteArray, QByteArray>> readable(const JournalConnection &journal, qint64 sequence)
{
    auto query = journal.prepare(u"SELECT head, body FROM content WHERE seq = %1"_s.arg(sequence));
    if (!query || query->step() != SqliteStatement::Step::Row)
        return std::nullopt;
    return std::pair(query->bytes(0), query->bytes(1));
}

} // namespace

class TestRepair : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString path = m_dir.filePath(u"sound"_s);
        {
            const auto writer = openWriter(path);
            QVERIFY(writer);
            std::vector<Capture> batch;
            for (qint64 i = 1; i <= captures; ++i) {
                batch.push_back(capture(i, u"r%1"_s.arg(i % 7), i, bodyOf(i)));
                if (i % 9 == 0)
                    batch.back().summary.ruling = {Verdict::BadSignature, u"wrong"_s};
            }
            keep(*writer, batch);
            QVERIFY(writer->mark(Sequence(5), true, u"look at this"_s));
        }
        m_sound = contentOf(path);
        QVERIFY(m_sound.size() > 100 * pageSize);
    }
    void init()
    {
        failOnAnyWarning();
        m_path = m_dir.filePath(u"j%1"_s.arg(++m_count));
        m_output = m_path + u".repaired"_s;
        writeContent(m_path, m_sound);
    }

    void findsNothingInASoundJournal()
    {
        const auto problems = checkJournal(m_path);
        QVERIFY(problems);
        QCOMPARE(*problems, QStringList());
        QCOMPARE(contentOf(m_path), m_sound);
    }

    void findsWhatIsWrong_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("words");
        QTest::newRow("no content") << u"DELETE FROM content WHERE seq = 7"_s << u"capture 7: its head and body"_s;
        QTest::newRow("content alone") << u"DELETE FROM capture WHERE seq = 8"_s << u"capture 8: there is nothing"_s;
        QTest::newRow("size") << u"UPDATE capture SET body_size = 1 WHERE seq = 9"_s << u"capture 9: its body"_s;
        QTest::newRow("verdict") << u"UPDATE capture SET verdict = 99 WHERE seq = 10"_s << u"capture 10: its verdict"_s;
        QTest::newRow("product") << u"UPDATE capture SET product = 9 WHERE seq = 10"_s << u"capture 10: its product"_s;
        QTest::newRow("status") << u"UPDATE capture SET status = 0 WHERE seq = 10"_s << u"capture 10: its status"_s;
        QTest::newRow("count") << u"UPDATE tally SET captures = 1"_s << u"the tally counts 1 captures"_s;
        QTest::newRow("refused") << u"UPDATE tally SET refused = 1"_s << u"counts 1 refused requests"_s;
        QTest::newRow("uninvited") << u"UPDATE tally SET uninvited = 1"_s << u"counts 1 uninvited requests"_s;
        QTest::newRow("bytes") << u"UPDATE tally SET uninvited_bytes = 1"_s << u"counts 1 bytes"_s;
        QTest::newRow("tally") << u"DELETE FROM tally"_s << u"the tally is missing"_s;
        QTest::newRow("sequence") << u"UPDATE capture SET seq = -4 WHERE seq = 3"_s << u"capture -4: sequences"_s;
    }
    void findsWhatIsWrong()
    {
        QFETCH(QString, sql);
        QFETCH(QString, words);
        QVERIFY(runSql(m_path, sql));
        const auto problems = checkJournal(m_path);
        QVERIFY(problems);
        QVERIFY2(problems->join(u'\n').contains(words), qPrintable(problems->join(u'\n')));
    }

    void savesASoundJournalWhole()
    {
        const auto report = repairJournal(m_path, m_output);
        QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().message()));
        QCOMPARE(report->whole, captures);
        QCOMPARE(report->withoutBytes + report->withoutColumns, 0);
        QVERIFY(report->lost.empty());
        QCOMPARE(*checkJournal(m_output), QStringList());
        const auto reader = openReader(m_output);
        for (qint64 i = 1; i <= captures; ++i)
            QCOMPARE((*reader->capture(Sequence(i)))->body, bodyOf(i));
        QCOMPARE(reader->usage()->bookmarked, 1);
        QCOMPARE(contentOf(m_path), m_sound);
        const auto again = repairJournal(m_path, m_output);
        QVERIFY(!again && again.error().message().contains(u"exists already"_s));
    }

    void savesHalvesOfCaptures()
    {
        QVERIFY(runSql(m_path, u"DELETE FROM content WHERE seq = 7; DELETE FROM capture WHERE seq = 8"_s));
        const auto report = repairJournal(m_path, m_output);
        QVERIFY(report);
        QCOMPARE(report->whole, captures - 2);
        QCOMPARE(report->withoutBytes, 1);
        QCOMPARE(report->withoutColumns, 1);
        const auto reader = openReader(m_output);
        QCOMPARE((*reader->capture(Sequence(7)))->summary.room->text(), u"r0"_s);
        const Capture decoded = **reader->capture(Sequence(8));
        QCOMPARE(decoded.body, bodyOf(8));
        QCOMPARE(decoded.summary.room->text(), u"r1"_s);
        QCOMPARE(decoded.summary.method, QByteArray("POST"));
        QCOMPARE(decoded.summary.receivedAt.value(), 1'700'000'000'000'007);
        QCOMPARE(*checkJournal(m_output), QStringList());
    }

    void saysWhenNothingCanBeDone()
    {
        writeContent(m_path, QByteArray(20'000, 'x'));
        const auto report = repairJournal(m_path, m_output);
        QVERIFY(!report);
        QVERIFY2(report.error().message().contains(m_path), qPrintable(report.error().message()));
        QVERIFY(!QFile::exists(m_output));
        QVERIFY(!repairJournal(m_path + u"no"_s, m_output));
    }

    void savesWhatIsReadable_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<quint32>("seed");
        for (const QString &kind : {u"bytes"_s, u"pages"_s, u"truncated"_s}) {
            for (quint32 seed = 1; seed <= 12; ++seed)
                QTest::addRow("%s %u", qPrintable(kind), seed) << kind << seed;
        }
    }
    void savesWhatIsReadable()
    {
        QFETCH(QString, kind);
        QFETCH(quint32, seed);
        std::mt19937 random(seed);
        QByteArray content = m_sound;
        const auto place = [&](qsizetype from) {
            return from + static_cast<qsizetype>(random()) % (content.size() - from);
        };
        if (kind == u"truncated") {
            content.truncate(place(content.size() / 2));
        } else if (kind == u"pages") {
            // The first page holds the schema: without it there are no tables.
            for (int i = 0; i < 8; ++i) {
                const qsizetype page = place(pageSize) / pageSize * pageSize;
                content.replace(page, pageSize, QByteArray(pageSize, '\0'));
            }
        } else {
            for (int i = 0; i < 200; ++i)
                content[place(pageSize)] = static_cast<char>(random());
        }
        writeContent(m_path, content);
        const auto problems = checkJournal(m_path);
        if (kind != u"bytes")
            QVERIFY(!problems || !problems->isEmpty());
        const auto report = repairJournal(m_path, m_output);
        QCOMPARE(contentOf(m_path), content);
        if (!report) {
            QVERIFY(!report.error().message().isEmpty());
            QVERIFY(!QFile::exists(m_output));
            return;
        }
        const auto damaged = JournalConnection::openUnchecked(m_path);
        QVERIFY(damaged);
        const auto reader = openReader(m_output);
        QVERIFY(reader);
        qint64 found = 0;
        for (qint64 i = 1; i <= captures; ++i) {
            const auto bytes = readable(*damaged, i);
            if (!bytes)
                continue;
            ++found;
            const auto saved = reader->capture(Sequence(i));
            QVERIFY2(saved && *saved, qPrintable(u"#%1 can be read and was not saved"_s.arg(i)));
            QCOMPARE((*saved)->head, bytes->first);
            QCOMPARE((*saved)->body, bytes->second);
        }
        QVERIFY(report->whole + report->withoutColumns >= found);
        const auto left = checkJournal(m_output);
        QVERIFY2(left && left->isEmpty(), qPrintable(left ? left->join(u'\n') : left.error().message()));
    }

private:
    const QTemporaryDir m_dir;
    QByteArray m_sound;
    QString m_path;
    QString m_output;
    int m_count = 0;
};

QTEST_GUILESS_MAIN(TestRepair)
#include "tst_repair.moc"
