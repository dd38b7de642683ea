// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/history/roomhistory.h"
#include "model/room/roomjson.h"
#include "tests/support/testmain.h"
#include "tests/unit/exchange/importtools.h"
#include "tests/unit/history/scenariojournal.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <functional>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

/// How transactions of \a journal are kept.
QString modeOf(const QString &path)
{
    const auto journal = JournalConnection::open(path, JournalConnection::Access::Read);
    auto query = journal->prepare(u"PRAGMA journal_mode"_s);
    return query->step() == SqliteStatement::Step::Row ? query->text(0) : QString();
}

/// So many that a new journal's file grows before the transaction ends.
std::vector<Capture> largeCaptures()
{
    std::vector<Capture> captures;
    for (qint64 i = 1; i <= 24; ++i)
        captures.push_back(capture(i, u"r"_s, i, QByteArray(2'000'000, 'x')));
    return captures;
}

/// Does something while an import goes on, once it has some captures.
class MeddlingObserver final : public ImportObserver {
public:
    MeddlingObserver(qint64 captures, std::function<bool()> meddle) : m_captures(captures), m_meddle(std::move(meddle))
    {
    }
    void notRead(const QString &, const ImportProblem &) override {}
    [[nodiscard]] bool goesOn(const ImportProgress &progress) override
    {
        if (progress.imported < m_captures || hasMeddled)
            return true;
        hasMeddled = true;
        return m_meddle();
    }

    bool hasMeddled = false;

private:
    qint64 m_captures;
    std::function<bool()> m_meddle;
};

QByteArray roomsOf(const QString &path)
{
    const auto reader = openReader(path);
    const auto rooms =
        RoomHistory::open(*reader).and_then([](const RoomHistory &history) { return history.known(std::nullopt); });
    return rooms ? roomsJson(rooms->book.rooms(), {}) : QByteArray("none");
}

} // namespace

class TestCaptureImport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_dir = std::make_unique<QTemporaryDir>();
        m_from = m_dir->filePath(u"from"_s);
        m_to = m_dir->filePath(u"to"_s);
        m_file = m_dir->filePath(u"file"_s);
    }

    void bringsBackWhatWasThere()
    {
        fillWithScenario(m_from, 5, 1280);
        {
            const auto writer = openWriter(m_from);
            QVERIFY(*writer->mark(Sequence(3), {true, u"look"_s}));
            Capture refused = capture(2000, u"x"_s, 5, QByteArray("\xff\0\n\"", 4));
            refused.summary.ruling = {Verdict::BadSignature, u"the query has no Sign"_s};
            refused.summary.status = 403;
            refused.summary.command.clear();
            refused.summary.room.reset();
            refused.summary.eventTime.reset();
            refused.summary.product = Product::Unknown;
            keep(*writer, {refused});
        }
        QVERIFY(writeFile(m_file, jsonlOf(capturesOf(m_from))));
        NotingObserver observer;
        const Result<ImportReport> report = importInto(m_to, {m_file}, observer);
        QVERIFY2(report, report ? "" : qPrintable(report.error().message()));
        QCOMPARE(observer.problems, QStringList());
        QCOMPARE(report->imported, 1281);
        QCOMPARE(report->sequences, (SequenceRange{Sequence(1), Sequence(2000)}));
        QCOMPARE(rowsOf(m_to), rowsOf(m_from));
        QCOMPARE(roomsOf(m_to), roomsOf(m_from));
    }

    void goesOnBehindWhatIsThere()
    {
        fillWithScenario(m_from, 3, 640);
        fillWithScenario(m_to, 2, 128);
        const QByteArrayList before = rowsOf(m_to);
        QVERIFY(writeFile(m_file, jsonlOf(capturesOf(m_from))));
        NotingObserver observer;
        const Result<ImportReport> report = importInto(m_to, {m_file}, observer);
        QVERIFY(report);
        QCOMPARE(report->sequences, (SequenceRange{Sequence(129), Sequence(768)}));
        QCOMPARE(rowsOf(m_to).first(128), before);
        qint64 duplicates = 0;
        for (const Capture &found : capturesOf(m_to)) {
            if (found.summary.sequence.value() > 128 && found.summary.duplicateOf) {
                ++duplicates;
                QVERIFY(found.summary.duplicateOf->value() > 128);
            }
        }
        QVERIFY(duplicates > 0);
    }

    void originsAreThoseOfTheNewNumbers()
    {
        fillWithScenario(m_to, 1, 64);
        Capture edited = capture(8);
        edited.summary.origin = Sequence(7);
        Capture alone = capture(9);
        alone.summary.origin = Sequence(3); // which the file leaves out
        QVERIFY(writeFile(m_file, jsonlOf({capture(7), edited, alone})));
        NotingObserver observer;
        QVERIFY(importInto(m_to, {m_file}, observer));
        const std::vector<Capture> all = capturesOf(m_to);
        QCOMPARE(all.size(), std::size_t{67});
        QCOMPARE(all[64].summary.origin, std::nullopt);
        QCOMPARE(all[65].summary.origin, Sequence(65));
        QCOMPARE(all[66].summary.origin, std::nullopt);
        // In an empty journal all is as it was.
        QVERIFY(importInto(m_from, {m_file}, observer));
        QCOMPARE(capturesOf(m_from)[1].summary.origin, Sequence(7));
        QCOMPARE(capturesOf(m_from)[2].summary.origin, Sequence(3));
    }

    void whatIsKeptOutJudgesNothing()
    {
        fillWithScenario(m_from, 1, 64);
        std::vector<Capture> captures = capturesOf(m_from);
        for (Capture &c : captures)
            c.summary.flags = CaptureFlags(CaptureFlag::Replay) | CaptureFlag::KeptOut;
        const QString bodies = m_dir->filePath(u"bodies"_s);
        QByteArray lines;
        for (const Capture &c : captures)
            lines += c.body.simplified() + '\n';
        QVERIFY(writeFile(m_file, jsonlOf(captures)));
        QVERIFY(writeFile(bodies, lines));
        NotingObserver observer;
        QVERIFY(importInto(m_to, {m_file, bodies}, observer));
        const std::vector<Capture> all = capturesOf(m_to);
        QCOMPARE(all.size(), std::size_t{128});
        for (std::size_t i = 64; i < all.size(); ++i)
            QVERIFY(all[i].summary.duplicateOf.value_or(Sequence(99)) > Sequence(64));
        QCOMPARE(all[64].summary.flags & CaptureFlags(CaptureFlag::Late), CaptureFlags());
    }

    void judgesWhatComesWithoutARuling()
    {
        fillWithScenario(m_from, 3, 640);
        const std::vector<Capture> captures = capturesOf(m_from);
        QByteArray bodies;
        for (const Capture &c : captures)
            bodies += c.body.simplified() + '\n';
        QVERIFY(writeFile(m_file, bodies));
        NotingObserver observer;
        const Result<ImportReport> report = importInto(m_to, {m_file}, observer);
        QVERIFY(report);
        QCOMPARE(report->imported, 640);
        const std::vector<Capture> judged = capturesOf(m_to);
        QCOMPARE(judged.size(), captures.size());
        constexpr CaptureFlags ofRooms = CaptureFlags(CaptureFlag::Late) | CaptureFlag::Duplicate;
        for (std::size_t i = 0; i < captures.size(); ++i) {
            QCOMPARE(judged[i].summary.ruling.verdict, captures[i].summary.ruling.verdict);
            QCOMPARE(judged[i].summary.command, captures[i].summary.command);
            QCOMPARE(judged[i].summary.flags & ofRooms, captures[i].summary.flags & ofRooms);
            QCOMPARE(judged[i].summary.duplicateOf, captures[i].summary.duplicateOf);
        }
    }

    void aCancelledOneLeavesNothing()
    {
        fillWithScenario(m_from, 3, 1280);
        fillWithScenario(m_to, 2, 128);
        const QByteArrayList before = rowsOf(m_to);
        QVERIFY(writeFile(m_file, jsonlOf(capturesOf(m_from))));
        NotingObserver observer(2);
        const Result<ImportReport> report = importInto(m_to, {m_file}, observer);
        QVERIFY(report);
        QVERIFY(report->isCancelled);
        QCOMPARE(report->imported, 0);
        QVERIFY(observer.last.imported > 0);
        QCOMPARE(rowsOf(m_to), before);
    }

    void aFullDiskLeavesWhatWasThere()
    {
        fillWithScenario(m_from, 3, 1280);
        fillWithScenario(m_to, 2, 128);
        const QByteArrayList before = rowsOf(m_to);
        QVERIFY(writeFile(m_file, jsonlOf(capturesOf(m_from))));
        {
            const auto writer = openWriter(m_to);
            QVERIFY(writer->limitPages(60));
            NotingObserver observer;
            const Result<ImportReport> report = importInto(*writer, m_to, {m_file}, observer);
            QVERIFY(!report);
            QVERIFY(report.error().message().contains(u"nothing was imported"_s));
            QVERIFY(observer.last.imported > 0);
            // Once there is room it can be written.
            QVERIFY(writer->limitPages(1'000'000));
            QVERIFY(importInto(*writer, m_to, {m_file}, observer));
        }
        QCOMPARE(rowsOf(m_to).first(128), before);
        QCOMPARE(rowsOf(m_to).size(), 128 + 1280);
    }

    void aCrashLeavesAnEmptyJournal()
    {
        QVERIFY(writeFile(m_file, jsonlOf(largeCaptures())));
        const QString crashed = m_dir->filePath(u"crashed"_s);
        MeddlingObserver observer(20, [&] {
            return QFile::copy(m_to, crashed) && QFile::copy(m_to + u"-journal"_s, crashed + u"-journal"_s);
        });
        QVERIFY(importInto(m_to, {m_file}, observer));
        QVERIFY(observer.hasMeddled);
        QVERIFY(QFileInfo(crashed).size() > 10'000'000);
        QCOMPARE(rowsOf(m_to).size(), 24);
        QCOMPARE(modeOf(m_to), u"wal"_s);
        QVERIFY(!QFile::exists(m_to + u"-journal"_s));
        // Whoever reads it may not undo what is incomplete.
        const auto reader = JournalReader::open(crashed);
        QVERIFY(!reader);
        QVERIFY2(reader.error().message().contains(u"cut off"_s), qPrintable(reader.error().message()));
        NotingObserver rest;
        QVERIFY(openWriter(crashed));
        QCOMPARE(rowsOf(crashed), QByteArrayList());
        QVERIFY(QFileInfo(crashed).size() < 1'000'000);
        QVERIFY(importInto(crashed, {m_file}, rest));
        QCOMPARE(rowsOf(crashed), rowsOf(m_to));
    }

    void aNewOneIsAsItWas_data()
    {
        QTest::addColumn<bool>("cancels");
        QTest::newRow("cancelled") << true;
        QTest::newRow("disk full") << false;
    }
    void aNewOneIsAsItWas()
    {
        QFETCH(const bool, cancels);
        QVERIFY(writeFile(m_file, jsonlOf(largeCaptures())));
        const auto writer = openWriter(m_to);
        const qint64 before = QFileInfo(m_to).size();
        QVERIFY(writer->limitPages(cancels ? 1'000'000 : 4000));
        MeddlingObserver observer(12, [cancels] { return !cancels; });
        const Result<ImportReport> report = importInto(*writer, m_to, {m_file}, observer);
        QVERIFY(observer.hasMeddled);
        QCOMPARE(report && report->isCancelled, cancels);
        QCOMPARE(rowsOf(m_to), QByteArrayList());
        QCOMPARE(modeOf(m_to), u"wal"_s);
        QVERIFY(QFileInfo(m_to).size() <= qMax<qint64>(before, 200'000));
        // It can be written as any other.
        QVERIFY(writer->limitPages(1'000'000));
        NotingObserver rest;
        QVERIFY(importInto(*writer, m_to, {m_file}, rest));
        QCOMPARE(rowsOf(m_to).size(), 24);
    }

    void readersOfANewOneAreNotShutOut()
    {
        QVERIFY(writeFile(m_file, jsonlOf(largeCaptures())));
        const auto writer = openWriter(m_to);
        const auto reader = openReader(m_to);
        QCOMPARE(*reader->lastSequence(), Sequence(0));
        MeddlingObserver observer(20, [&] { return reader->lastSequence() == Sequence(0); });
        const Result<ImportReport> report = importInto(*writer, m_to, {m_file}, observer);
        QVERIFY(observer.hasMeddled);
        QVERIFY(report && !report->isCancelled);
        QCOMPARE(*reader->lastSequence(), Sequence(24));
    }

    void tellsProblemsAndCapturesInTheirOrder()
    {
        QByteArray lines = jsonlHeader.toByteArray();
        QStringList problems;
        for (qint64 i = 1; i <= 3000; ++i) {
            lines += i % 3 == 0 ? "{}\n" : jsonlLine(capture(i, u"r"_s, i, QByteArray(i == 1000 ? 700'000 : 10, 'x')));
            if (i % 3 == 0)
                problems += u"line %1: seq is missing"_s.arg(i + 1);
        }
        QVERIFY(writeFile(m_file, lines));
        NotingObserver observer;
        const Result<ImportReport> report = importInto(m_to, {m_file, m_file}, observer);
        QVERIFY(report);
        QCOMPARE(report->imported, 4000);
        QCOMPARE(observer.problems, problems + problems);
        const std::vector<Capture> captures = capturesOf(m_to);
        QCOMPARE(captures.at(1).summary.sequence, Sequence(2));
        QCOMPARE(captures.at(2).summary.sequence, Sequence(4));
        QCOMPARE(captures.at(3999).summary.sequence, Sequence(4999));
        QCOMPARE(captures.at(666).body.size(), 700'000);
    }

    void gapsAreNoRemovals()
    {
        fillWithScenario(m_from, 3, 640, true);
        {
            const auto writer = openWriter(m_from);
            QVERIFY(*writer->mark(Sequence(1), {true, {}}));
        }
        const auto odd = capturesOf(m_from, [](const Capture &c) { return c.summary.sequence.value() % 2 == 1; });
        QVERIFY(writeFile(m_file, jsonlOf(odd)));
        NotingObserver observer;
        QVERIFY(importInto(m_to, {m_file}, observer));
        const auto reader = openReader(m_to);
        QCOMPARE(*reader->roomHorizon(), (RoomHorizon{Sequence(0), Sequence(0)}));
        QCOMPARE(capturesOf(m_to).size(), odd.size());
        // A beginning that is elsewhere is said to be missing.
        const auto late = capturesOf(m_from, [](const Capture &c) { return c.summary.sequence.value() > 100; });
        QVERIFY(writeFile(m_file, jsonlOf(late)));
        const QString other = m_dir->filePath(u"other"_s);
        QVERIFY(importInto(other, {m_file}, observer));
        QCOMPARE(openReader(other)->roomHorizon()->lost, Sequence(100));
    }

    void saysWhatTheLimitsDoNotKeep()
    {
        fillWithScenario(m_from, 3, 640);
        QVERIFY(writeFile(m_file, jsonlOf(capturesOf(m_from))));
        RetentionLimits limits;
        limits.captures = 100;
        const auto writer = openWriter(m_to, limits);
        NotingObserver observer;
        const Result<ImportReport> report = importInto(*writer, m_to, {m_file}, observer);
        QVERIFY(report);
        QCOMPARE(report->imported, 640);
        QVERIFY(report->beyond.others + report->beyond.uninvited >= 540);
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_from;
    QString m_to;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestCaptureImport)

#include "tst_captureimport.moc"
