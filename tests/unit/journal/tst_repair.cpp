// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/journalcheck.h"
#include "model/journal/journalrepair.h"
#include "tests/support/testmain.h"
#include "tests/unit/journal/journaltools.h"

#include <QHash>
#include <QSet>
#include <QTemporaryDir>
#include <QtEndian>

#include <algorithm>
#include <random>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 captures = 600;
constexpr qsizetype pageSize = 8192;

/// Words that are in the file wherever something of a capture is: in its row, and in its bytes.
QByteArray rowToken(qint64 sequence)
{
    return 'p' + QByteArray::number(sequence).rightJustified(8, '0') + '.';
}
QByteArray bytesToken(qint64 sequence)
{
    return 'b' + QByteArray::number(sequence).rightJustified(8, '0') + '.';
}

QByteArray bodyOf(qint64 sequence)
{
    // Some beyond a page, so that there are overflow pages too.
    const qsizetype padding = sequence % 50 == 0 ? 3'000 : 90;
    return "{\"CallbackCommand\":\"Mic.CallbackAfterSeatInfoChanged\",\"RoomId\":\"r" +
           QByteArray::number(sequence % 7) + "\",\"x\":\"" + bytesToken(sequence).repeated(padding) + "\"}";
}

Capture captureOf(qint64 sequence)
{
    Capture made = capture(sequence, u"r%1"_s.arg(sequence % 7), sequence, bodyOf(sequence));
    made.summary.peer = QString::fromUtf8(rowToken(sequence));
    return made;
}

using Pages = QSet<qsizetype>;

/// The pages of \a file, counted from 0, in which \a token is.
Pages pagesWith(const QByteArray &file, const QByteArray &token)
{
    Pages pages;
    for (qsizetype at = file.indexOf(token); at >= 0; at = file.indexOf(token, at + 1)) {
        pages += at / pageSize;
        pages += (at + token.size() - 1) / pageSize;
    }
    return pages;
}

/// The pages that differ.
Pages changedPages(const QByteArray &before, const QByteArray &after)
{
    Pages pages;
    for (qsizetype at = 0; at < before.size(); at += pageSize) {
        if (before.sliced(at, pageSize) != after.mid(at, pageSize))
            pages += at / pageSize;
    }
    return pages;
}

RetentionLimits upTo(qint64 count)
{
    RetentionLimits limits;
    limits.captures = count;
    return limits;
}

qint64 rootOf(const QString &path, const QString &table)
{
    return JournalConnection::openUnchecked(path)
        ->number(u"SELECT rootpage FROM sqlite_schema WHERE name = '%1'"_s.arg(table))
        .value_or(0);
}

void writeContent(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
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
                batch.push_back(captureOf(i));
                if (i % 9 == 0)
                    batch.back().summary.ruling = {Verdict::BadSignature, u"wrong"_s};
            }
            keep(*writer, batch);
            QVERIFY(*writer->mark(Sequence(5), {true, u"look at this"_s}));
        }
        m_sound = contentOf(path);
        QVERIFY(m_sound.size() > 100 * pageSize);
        m_rootOfCapture = rootOf(path, u"capture"_s);
        m_rootOfContent = rootOf(path, u"content"_s);
        QVERIFY(m_rootOfCapture > 2 && m_rootOfContent > 2);
        // The roots were leaves when the tables were small: what they held then is still on them, and means nothing.
        const Pages roots{m_rootOfCapture - 1, m_rootOfContent - 1};
        for (qint64 i = 1; i <= captures; ++i) {
            m_rowPages.insert(i, pagesWith(m_sound, rowToken(i)) - roots);
            m_bytesPages.insert(i, pagesWith(m_sound, bytesToken(i)) - roots);
            QCOMPARE(m_rowPages[i].size(), 1);
            QCOMPARE(m_bytesPages[i].size() > 1, i % 50 == 0);
        }
    }
    void init()
    {
        failOnAnyWarning();
        m_path = m_dir.filePath(u"j%1"_s.arg(++m_count));
        m_output = m_path + u".repaired"_s;
        writeContent(m_path, m_sound);
    }

    void savesASoundJournalWhole()
    {
        const auto report = repairJournal(m_path, m_output);
        QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().message()));
        QCOMPARE(report->whole, captures);
        QCOMPARE(report->withoutBytes + report->withoutColumns, 0);
        QVERIFY(report->missing.empty());
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

    void savesWhatIsUntouched_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<quint32>("seed");
        for (const QString &kind : {u"bytes"_s, u"pages"_s, u"truncated"_s}) {
            for (quint32 seed = 1; seed <= 12; ++seed)
                QTest::addRow("%s %u", qPrintable(kind), seed) << kind << seed;
        }
        for (const QString &kind : {u"last page"_s, u"byte in capture's root"_s, u"byte in content's root"_s,
                                    u"both roots"_s, u"first page"_s, u"first pages"_s, u"page size"_s})
            QTest::addRow("%s", qPrintable(kind)) << kind << 1U;
    }
    void savesWhatIsUntouched()
    {
        QFETCH(QString, kind);
        QFETCH(quint32, seed);
        const QByteArray content = damaged(kind, seed);
        writeContent(m_path, content);
        const auto problems = checkJournal(m_path);
        if (kind != u"bytes")
            QVERIFY(!problems || !problems->isEmpty());
        const auto report = repairJournal(m_path, m_output);
        QCOMPARE(contentOf(m_path), content);
        QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().message()));
        const Pages touched = changedPages(m_sound, content);
        const auto reader = openReader(m_output);
        QVERIFY(reader);
        qint64 whole = 0;
        for (qint64 i = 1; i <= captures; ++i) {
            const bool hasRow = !m_rowPages[i].intersects(touched);
            const bool hasBytes = !m_bytesPages[i].intersects(touched);
            if (!hasRow && !hasBytes)
                continue;
            whole += hasRow && hasBytes ? 1 : 0;
            const auto saved = reader->capture(Sequence(i));
            QVERIFY2(saved && *saved, qPrintable(u"#%1 is in the file and was not saved"_s.arg(i)));
            const Capture expected = captureOf(i);
            if (hasBytes) {
                QCOMPARE((*saved)->head, expected.head);
                QCOMPARE((*saved)->body, expected.body);
            }
            if (hasRow) {
                QCOMPARE((*saved)->summary.peer, expected.summary.peer);
                QCOMPARE((*saved)->summary.receivedAt, expected.summary.receivedAt);
                QCOMPARE((*saved)->summary.room, expected.summary.room);
            }
        }
        // Many bytes leave hardly a page alone.
        QVERIFY(whole > 0 || (kind == u"bytes" && seed > 6));
        QVERIFY(report->whole >= whole);
        for (const SequenceRange &range : report->missing) {
            QVERIFY(range.first <= range.last && range.last <= Sequence(captures));
            QVERIFY(!*reader->capture(range.first) && !*reader->capture(range.last));
        }
        const auto left = checkJournal(m_output);
        QVERIFY2(left && left->isEmpty(), qPrintable(left ? left->join(u'\n') : left.error().message()));
    }

    void tellsNoLossesThatAreNotKnown()
    {
        writeContent(m_path, damaged(u"byte in content's root"_s, 1));
        const auto report = repairJournal(m_path, m_output);
        QVERIFY(report);
        QCOMPARE(report->whole, captures);
        QVERIFY(report->missing.empty());
    }

    void tellsWhatTheTallyHasSeen()
    {
        QByteArray content = m_sound;
        for (qint64 i = captures - 9; i <= captures; ++i) {
            for (const qsizetype page : m_rowPages[i] + m_bytesPages[i])
                content.replace(page * pageSize, pageSize, QByteArray(pageSize, '\0'));
        }
        writeContent(m_path, content);
        const auto report = repairJournal(m_path, m_output);
        QVERIFY(report);
        QVERIFY(!report->missing.empty());
        QCOMPARE(report->missing.back().last.value(), captures);
    }

    void followsNoBrokenChain()
    {
        QByteArray content = damaged(u"byte in content's root"_s, 1);
        // Leaf pages begin with their type, overflow pages with the number of the next one: this one leads to itself.
        const auto page = std::ranges::find_if(
            m_bytesPages[50], [&content](qsizetype number) { return content[number * pageSize] == 0; });
        QVERIFY(page != m_bytesPages[50].end());
        qToBigEndian(static_cast<quint32>(*page + 1), content.data() + *page * pageSize);
        writeContent(m_path, content);
        const auto report = repairJournal(m_path, m_output);
        QVERIFY(report);
        QCOMPARE(report->whole, captures - 1);
        QCOMPARE(report->withoutBytes, 1);
        QCOMPARE((*openReader(m_output)->capture(Sequence(50)))->body, QByteArray());
    }

    void bringsNothingBackThatWasRemoved_data()
    {
        QTest::addColumn<QList<int>>("gone");
        QTest::newRow("trees") << QList<int>{};
        QTest::newRow("page map alone") << QList<int>{1};
        QTest::newRow("free list alone") << QList<int>{2};
    }
    void bringsNothingBackThatWasRemoved()
    {
        QFETCH(QList<int>, gone);
        const QString path = m_path + u".full"_s;
        {
            const auto writer = openWriter(path, upTo(100));
            for (qint64 i = 1; i <= 150; ++i)
                keep(*writer, {captureOf(i)});
            QVERIFY(writer->makeRoom(ArrivalTime(1'700'000'100'000'000)));
        }
        const qint64 free = JournalConnection::openUnchecked(path)->number(u"PRAGMA freelist_count"_s).value_or(0);
        QVERIFY(free > 3);
        std::vector<SequenceRange> kept = *openReader(path)->keptRanges();
        QVERIFY(kept.front().first > Sequence(10));
        QByteArray content = contentOf(path);
        content[(rootOf(path, u"content"_s) - 1) * pageSize] = 'x';
        for (const int page : gone)
            content.replace((page - 1) * pageSize, pageSize, QByteArray(pageSize, '\0'));
        writeContent(path, content);
        const auto report = repairJournal(path, m_output);
        QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().message()));
        QVERIFY(report->missing.empty());
        QCOMPARE(*openReader(m_output)->keptRanges(), kept);
    }

    void readsTheLogOfADamagedFile()
    {
        const QString path = m_path + u".live"_s;
        const auto writer = openWriter(path);
        for (qint64 i = 1; i <= 20; ++i)
            keep(*writer, {captureOf(i)});
        writeContent(m_path, QByteArray(3 * pageSize, 'x'));
        writeContent(m_path + u"-wal"_s, contentOf(path + u"-wal"_s));
        auto report = repairJournal(m_path, m_output);
        QVERIFY2(report.has_value(), qPrintable(report ? QString() : report.error().message()));
        QCOMPARE(report->whole, 20);
        // A log counts up to its last sound commit.
        QByteArray log = contentOf(path + u"-wal"_s);
        log[log.size() - 100] = static_cast<char>(log[log.size() - 100] ^ 1);
        writeContent(m_path + u"-wal"_s, log);
        QVERIFY(QFile::remove(m_output));
        report = repairJournal(m_path, m_output);
        QVERIFY(report);
        QCOMPARE(report->whole, 19);
        QCOMPARE(contentOf(m_path + u"-wal"_s), log);
    }

private:
    [[nodiscard]] QByteArray damaged(const QString &kind, quint32 seed) const
    {
        std::mt19937 random(seed);
        QByteArray content = m_sound;
        const auto place = [&](qsizetype from) {
            return from + static_cast<qsizetype>(random()) % (content.size() - from);
        };
        const auto erase = [&content](qsizetype page) {
            content.replace(page * pageSize, pageSize, QByteArray(pageSize, '\0'));
        };
        if (kind == u"truncated") {
            content.truncate(place(content.size() / 2));
        } else if (kind == u"last page") {
            content.chop(pageSize);
        } else if (kind == u"pages") {
            for (int i = 0; i < 8; ++i)
                erase(place(0) / pageSize);
        } else if (kind == u"first page" || kind == u"first pages") {
            erase(0);
            if (kind == u"first pages")
                erase(1);
        } else if (kind == u"page size") {
            content[16] = 0x40;
        } else if (kind == u"bytes") {
            for (quint32 i = 0; i < 20 * seed; ++i)
                content[place(0)] = static_cast<char>(random());
        } else {
            if (!kind.contains(u"capture"))
                content[(m_rootOfContent - 1) * pageSize] = '\xf2';
            if (!kind.contains(u"content"))
                content[(m_rootOfCapture - 1) * pageSize] = '\xf2';
        }
        return content;
    }

    const QTemporaryDir m_dir;
    QByteArray m_sound;
    qint64 m_rootOfCapture = 0;
    qint64 m_rootOfContent = 0;
    QHash<qint64, Pages> m_rowPages;
    QHash<qint64, Pages> m_bytesPages;
    QString m_path;
    QString m_output;
    int m_count = 0;
};

QTEST_GUILESS_MAIN(TestRepair)
#include "tst_repair.moc"
