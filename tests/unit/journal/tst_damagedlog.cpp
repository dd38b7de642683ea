// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/journalcheck.h"
#include "model/journal/journalrepair.h"
#include "tests/support/testmain.h"
#include "tests/unit/journal/journaltools.h"

#include <QHash>
#include <QTemporaryDir>

#include <atomic>
#include <thread>
#include <utility>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype headerSize = 32;
constexpr qsizetype frameSize = 24 + 8192;
constexpr qint64 captures = 60;

/// The frames of \a log, counted from 0, that end a transaction.
QList<qsizetype> commits(const QByteArray &log)
{
    QList<qsizetype> frames;
    for (qsizetype frame = 0; headerSize + (frame + 1) * frameSize <= log.size(); ++frame) {
        if (log.sliced(headerSize + frame * frameSize + 4, 4) != QByteArray(4, '\0'))
            frames += frame;
    }
    return frames;
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

Capture captureOf(qint64 sequence)
{
    return capture(sequence, u"r%1"_s.arg(sequence % 3), sequence, "{\"n\":\"" + QByteArray(300, 'x') + "\"}");
}

} // namespace

/// A write-ahead log that is damaged before its end.
class TestDamagedLog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString path = m_dir.filePath(u"live"_s);
        const auto writer = openWriter(path);
        QVERIFY(writer);
        for (qint64 i = 1; i <= captures; ++i)
            keep(*writer, {captureOf(i)});
        m_file = contentOf(path);
        m_log = contentOf(path + u"-wal"_s);
        m_commits = commits(m_log);
        QCOMPARE_GT(m_commits.size(), captures);
    }
    void init()
    {
        failOnAnyWarning();
        m_path = m_dir.filePath(u"j%1"_s.arg(++m_count));
        m_output = m_path + u".repaired"_s;
        write(m_path, m_file);
    }

    void isSaidAndReadOnBehindTheDamage_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<bool>("isCommit");
        QTest::addColumn<qsizetype>("place");
        QTest::addColumn<qsizetype>("length");
        for (const bool isCommit : {false, true}) {
            const auto row = [isCommit](const char *what, qsizetype place, qsizetype length) {
                QTest::addRow("%s%s", what, isCommit ? ", commit" : "")
                    << QString::fromLatin1(what) << isCommit << place << length;
            };
            row("a bit of a page", 24 + 4000, 1);
            row("the page's number", 0, 4);
            row("the salts", 8, 8);
            row("the checksum", 16, 8);
            row("a sector", 24 + 1024, 512);
            row("all of it", 0, frameSize);
        }
    }
    void isSaidAndReadOnBehindTheDamage()
    {
        QFETCH(bool, isCommit);
        QFETCH(qsizetype, place);
        QFETCH(qsizetype, length);
        QByteArray log = m_log;
        const qsizetype frame = m_commits.at(m_commits.size() / 2) + (isCommit ? 0 : 1);
        damage(log, headerSize + frame * frameSize + place, length);
        write(m_path + u"-wal"_s, log);
        const auto problems = checkJournal(m_path);
        QVERIFY(problems);
        QVERIFY2(problems->join(u'\n').contains(u"log is damaged in frame %1"_s.arg(frame + 1)),
                 qPrintable(problems->join(u'\n')));
        const auto report = repairJournal(m_path, m_output);
        QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().message()));
        // A checksum that is lost is missed for the next frame too. The salts say nothing that the checksum does not.
        const qint64 skipped = place == 8 ? 0 : place == 16 || length == frameSize ? 2 : 1;
        QCOMPARE(report->skippedFrames, skipped);
        // What one page holds at most, and no more.
        QCOMPARE_GE(report->whole, captures - 1);
        expectUnchanged(report->whole);
        QCOMPARE(contentOf(m_path + u"-wal"_s), log);
        QCOMPARE(contentOf(m_path), m_file);
    }

    void savesTheLastImageOfEachPage()
    {
        // Without it the trees may still fit together, and miss what came last on the page.
        QHash<QByteArray, qsizetype> lastOfPage;
        for (qsizetype frame = 0; frame <= m_commits.back(); ++frame)
            lastOfPage.insert(m_log.sliced(headerSize + frame * frameSize, 4), frame);
        int pages = 0;
        for (const qsizetype frame : std::as_const(lastOfPage)) {
            if (frame > m_commits.at(m_commits.size() - 3))
                continue;
            ++pages;
            init();
            QByteArray log = m_log;
            damage(log, headerSize + frame * frameSize + 16, 8);
            write(m_path + u"-wal"_s, log);
            const auto report = repairJournal(m_path, m_output);
            QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().message()));
            QCOMPARE(report->whole, captures);
            expectUnchanged(captures);
        }
        QCOMPARE_GT(pages, 3);
    }

    void isReadWithoutItsHeader_data()
    {
        QTest::addColumn<qsizetype>("place");
        QTest::addColumn<qsizetype>("length");
        QTest::newRow("magic") << qsizetype{0} << qsizetype{4};
        QTest::newRow("page size") << qsizetype{8} << qsizetype{4};
        QTest::newRow("salts") << qsizetype{16} << qsizetype{1};
        QTest::newRow("checksum") << qsizetype{24} << qsizetype{8};
        QTest::newRow("all of it") << qsizetype{0} << headerSize;
    }
    void isReadWithoutItsHeader()
    {
        QFETCH(qsizetype, place);
        QFETCH(qsizetype, length);
        QByteArray log = m_log;
        damage(log, place, length);
        write(m_path + u"-wal"_s, log);
        // The file itself may hold nothing yet, and is then none.
        const auto problems = checkJournal(m_path);
        QVERIFY(!problems || problems->join(u'\n').contains(u"header of the log is damaged"_s));
        const auto report = repairJournal(m_path, m_output);
        QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().message()));
        QCOMPARE(report->whole, captures);
        expectUnchanged(captures);
    }

    void isSoundWhenItsEndIsTorn_data()
    {
        QTest::addColumn<bool>("isCommitThere");
        QTest::newRow("the last commit") << false;
        QTest::newRow("within the last transaction") << true;
    }
    void isSoundWhenItsEndIsTorn()
    {
        QFETCH(bool, isCommitThere);
        QByteArray log = m_log.first(headerSize + (m_commits.back() + 1) * frameSize);
        const qsizetype frame = isCommitThere ? m_commits.at(m_commits.size() - 2) + 1 : m_commits.back();
        QVERIFY(!isCommitThere || frame < m_commits.back());
        damage(log, headerSize + frame * frameSize, frameSize);
        write(m_path + u"-wal"_s, log);
        QCOMPARE(*checkJournal(m_path), QStringList());
    }

    void isSoundWhereAnEarlierOneLiesBehind()
    {
        const QString path = m_path + u".live"_s;
        const auto writer = openWriter(path);
        for (qint64 i = 1; i <= 40; ++i)
            keep(*writer, {captureOf(i)});
        QVERIFY(runSql(path, u"PRAGMA wal_checkpoint(RESTART)"_s));
        keep(*writer, {captureOf(41)});
        const QByteArray log = contentOf(path + u"-wal"_s);
        QCOMPARE_GT(commits(log).size(), 30);
        write(m_path, contentOf(path));
        write(m_path + u"-wal"_s, log);
        QCOMPARE(*checkJournal(m_path), QStringList());
        const auto report = repairJournal(m_path, m_output);
        QVERIFY(report);
        QCOMPARE(report->whole, 41);
        QCOMPARE(report->skippedFrames, 0);
    }

    void isSoundWhileItIsWritten()
    {
        const QString path = m_path + u".live"_s;
        const auto writer = openWriter(path);
        keep(*writer, {captureOf(1)});
        std::atomic<bool> isWriting = true;
        // The threads meet in the file alone.
        std::thread other([&writer, &isWriting] {
            for (qint64 i = 2; i <= 400; ++i)
                keep(*writer, {captureOf(i)});
            isWriting = false;
        });
        QStringList problems;
        do {
            problems += checkJournal(path).value_or(QStringList{u"not read"_s});
        } while (isWriting);
        other.join();
        QCOMPARE(problems, QStringList());
    }

    void isNotMixedWithWhatWasWrittenAfterIt()
    {
        QByteArray log = m_log;
        damage(log, headerSize + (m_commits.at(m_commits.size() / 2) + 1) * frameSize + 24 + 4000, 1);
        write(m_path + u"-wal"_s, log);
        // What lies behind the damage is not seen: its sequences are given again.
        const QByteArray body = "{\"again\":true}";
        qint64 first = 0;
        const QString path = m_path + u".copy"_s;
        {
            const auto writer = openWriter(m_path);
            QVERIFY(writer);
            first = writer->lastSequence().value() + 1;
            QCOMPARE_LT(first, captures - 10);
            for (qint64 i = first; i < first + 5; ++i)
                keep(*writer, {capture(i, u"again"_s, i, body)});
            write(path, contentOf(m_path));
            write(path + u"-wal"_s, contentOf(m_path + u"-wal"_s));
        }
        const auto report = repairJournal(path, m_output);
        QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().message()));
        const auto reader = openReader(m_output);
        for (qint64 i = 1; i < first + 5; ++i) {
            const auto saved = reader->capture(Sequence(i));
            QVERIFY(saved && *saved);
            QCOMPARE((*saved)->summary.room->text(), i < first ? captureOf(i).summary.room->text() : u"again"_s);
            QCOMPARE((*saved)->body, i < first ? captureOf(i).body : body);
        }
        QCOMPARE(*checkJournal(m_output), QStringList());
        QVERIFY(*reader->capture(Sequence(captures)));
    }

    void savesWhatTheFileHasThatIsNewerThanTheLog()
    {
        // All of the log is in the file; then its second half is damaged throughout.
        const QString path = m_path + u".live"_s;
        const auto writer = openWriter(path);
        for (qint64 i = 1; i <= captures; ++i)
            keep(*writer, {captureOf(i)});
        QVERIFY(runSql(path, u"PRAGMA wal_checkpoint(FULL)"_s));
        QByteArray log = contentOf(path + u"-wal"_s);
        const qsizetype last = commits(log).back();
        for (qsizetype frame = last / 2; frame < last; ++frame)
            damage(log, headerSize + frame * frameSize + 24, 8192);
        write(m_path, contentOf(path));
        write(m_path + u"-wal"_s, log);
        const auto report = repairJournal(m_path, m_output);
        QVERIFY(report);
        QCOMPARE(report->whole, captures);
        expectUnchanged(captures);
    }

private:
    static void damage(QByteArray &bytes, qsizetype place, qsizetype length)
    {
        for (qsizetype i = place; i < place + length; ++i)
            bytes[i] = static_cast<char>(bytes[i] ^ 0x5a);
    }
    void expectUnchanged(qint64 count) const
    {
        const auto reader = openReader(m_output);
        QVERIFY(reader);
        qint64 same = 0;
        for (qint64 i = 1; i <= captures; ++i) {
            const auto saved = reader->capture(Sequence(i));
            QVERIFY(saved);
            const Capture expected = captureOf(i);
            same += *saved && (*saved)->head == expected.head && (*saved)->body.size() == expected.body.size() &&
                            (*saved)->summary.room == expected.summary.room
                        ? 1
                        : 0;
        }
        QCOMPARE(same, count);
        QCOMPARE(*checkJournal(m_output), QStringList());
    }

    const QTemporaryDir m_dir;
    QByteArray m_file;
    QByteArray m_log;
    QList<qsizetype> m_commits;
    QString m_path;
    QString m_output;
    int m_count = 0;
};

QTEST_GUILESS_MAIN(TestDamagedLog)
#include "tst_damagedlog.moc"
