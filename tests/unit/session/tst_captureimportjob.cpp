// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/room/roomjson.h"
#include "model/session/captureimportjob.h"
#include "model/session/session.h"
#include "model/tables/livetables.h"
#include "tests/support/httpclient.h"
#include "tests/support/testdata.h"
#include "tests/support/testmain.h"
#include "tests/unit/exchange/importtools.h"
#include "tests/unit/history/scenariojournal.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QTemporaryDir>

#include <numeric>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 count = 640;

/// Keeps what a job told.
class Ended {
public:
    explicit Ended(CaptureImportJob &job)
    {
        QObject::connect(&job, &CaptureImportJob::lookedAt, &job,
                         [this](const std::vector<ImportFile> &found) { files = found; });
        QObject::connect(&job, &CaptureImportJob::done, &job, [this](const CaptureImportReport &r) { report = r; });
        QObject::connect(&job, &CaptureImportJob::failed, &job, [this](const QString &m) { message = m; });
        QObject::connect(&job, &CaptureImportJob::tooMuch, &job, [this](const QString &m) { excess = m; });
        QObject::connect(&job, &CaptureImportJob::progressed, &job,
                         [this](const CaptureImportProgress &p) { told.push_back(p); });
    }
    [[nodiscard]] bool has() const { return report.has_value() || !message.isEmpty() || !excess.isEmpty(); }

    std::optional<std::vector<ImportFile>> files;
    std::optional<CaptureImportReport> report;
    QString message;
    QString excess;
    std::vector<CaptureImportProgress> told;
};

QByteArray seatBody(const QByteArray &user, qint64 time)
{
    return "{\"CallbackCommand\":\"Mic.CallbackAfterSeatInfoChanged\",\"RoomId\":\"live\",\"RoomType\":\"Conference\","
           "\"EventTime\":" +
           QByteArray::number(time) + R"(,"Operator_Account":"host","SeatList":[{"Index":1,"Member_Account":")" + user +
           "\",\"IsTakenDisabled\":false,\"IsVideoDisabled\":false,\"IsAudioDisabled\":false}]}";
}

} // namespace

class TestCaptureImportJob : public QObject {
    Q_OBJECT

    [[nodiscard]] QString path(const QString &name) const { return m_dir->filePath(name); }
    [[nodiscard]] QString journal() const { return path(u"own.seatscope"_s); }
    void open()
    {
        SessionConfig config;
        config.journalPath = journal();
        config.port = 0;
        config.tellsActivities = true;
        m_session = std::make_unique<Session>(config);
        QVERIFY(m_session->start());
    }
    [[nodiscard]] int send(const QByteArray &user)
    {
        return m_client.post(m_session->callbackUrl(), seatBody(user, 1'700'000'900'000 + ++m_sent)).status;
    }
    /// Looks at the files of \a job, and chooses all of them.
    static std::vector<size_t> lookAt(CaptureImportJob &job, const Ended &ended)
    {
        job.look();
        if (!QTest::qWaitFor([&ended] { return ended.files.has_value(); }))
            qFatal("the files were not looked at");
        std::vector<size_t> all(ended.files->size());
        std::iota(all.begin(), all.end(), size_t{0});
        return all;
    }
    /// What the journal's rooms are when it is opened anew.
    [[nodiscard]] QByteArray roomsAfterRestart()
    {
        m_session.reset();
        open();
        return roomsJson(m_session->rooms());
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QTemporaryDir dir;
        const QString source = dir.filePath(u"source.seatscope"_s);
        fillWithScenario(source, 3, count);
        m_captures = capturesOf(source);
        m_rows = rowsOf(source);
        m_jsonl = jsonlOf(m_captures);
    }
    void init()
    {
        failOnAnyWarning();
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(writeFile(path(u"a.jsonl"_s), m_jsonl));
        open();
    }
    void cleanup() { m_session.reset(); }

    void anEmptyJournalBecomesTheSame()
    {
        CaptureImportJob job(*m_session, {path(u"a.jsonl"_s)});
        Ended ended(job);
        job.importHere(lookAt(job, ended));
        QTRY_VERIFY(ended.has());
        QVERIFY2(ended.report, qPrintable(ended.message));
        QCOMPARE(ended.report->report.imported, count);
        QCOMPARE(ended.report->report.sequences, (SequenceRange{Sequence(1), Sequence(count)}));
        QTRY_COMPARE(m_session->lastSequence(), Sequence(count));
        QCOMPARE(m_session->counters().captures, count);
        QVERIFY(m_session->counters().perSecond < 1);
        QVERIFY(!ended.told.empty());
        QCOMPARE(rowsOf(journal()), m_rows);
        const QByteArray rooms = roomsJson(m_session->rooms());
        QVERIFY(!m_session->rooms().empty());
        QCOMPARE(roomsAfterRestart(), rooms);
    }

    void theTablesFollow()
    {
        const SystemClock clock;
        LiveTables tables(*m_session, clock);
        const QAbstractItemModelTester tester(&tables.captures());
        const QAbstractItemModelTester rooms(&tables.rooms());
        QCOMPARE(send("before"), 200);
        QTRY_COMPARE(tables.captures().rowCount(), 1);
        CaptureImportJob job(*m_session, {path(u"a.jsonl"_s)});
        Ended ended(job);
        job.importHere(lookAt(job, ended));
        QTRY_VERIFY(ended.report);
        QTRY_COMPARE(tables.captures().rowCount(), count + 1);
        QCOMPARE(send("after"), 200);
        QTRY_COMPARE(tables.captures().rowCount(), count + 2);
        QCOMPARE(tables.captures().sequenceAt(count + 1), Sequence(count + 2));
        QCOMPARE(tables.rooms().rowCount(), static_cast<int>(m_session->rooms().size()));
        QCOMPARE(tables.rooms().rowCount(), 4);
        // What was imported is read from the journal when it is looked at.
        QTRY_COMPARE(tables.captures().index(1, CaptureLogModel::CommandColumn).data().toString(),
                     m_captures.front().summary.command);
    }

    void numbersWithGapsAreKeptInAnEmptyJournal()
    {
        std::vector<Capture> some(m_captures.begin() + 9, m_captures.begin() + 12);
        some.push_back(m_captures.at(100));
        QVERIFY(writeFile(path(u"some.jsonl"_s), jsonlOf(some)));
        const SystemClock clock;
        LiveTables tables(*m_session, clock);
        const QAbstractItemModelTester tester(&tables.captures());
        CaptureImportJob job(*m_session, {path(u"some.jsonl"_s)});
        Ended ended(job);
        job.importHere(lookAt(job, ended));
        QTRY_COMPARE(tables.captures().rowCount(), 4);
        QCOMPARE(send("after"), 200);
        QTRY_COMPARE(tables.captures().rowCount(), 5);
        std::vector<qint64> sequences;
        for (int row = 0; row < 5; ++row)
            sequences.push_back(tables.captures().sequenceAt(row).value());
        QCOMPARE(sequences, (std::vector<qint64>{10, 11, 12, 101, 102}));
        const std::vector<SequenceRange> kept = m_session->keptRanges();
        const QByteArray rooms = roomsJson(m_session->rooms());
        QCOMPARE(roomsAfterRestart(), rooms);
        QCOMPARE(m_session->keptRanges(), kept);
    }

    void callbacksArriveMeanwhile()
    {
        QVERIFY(writeFile(path(u"bodies.json"_s), seatBody("imported", 1'700'000'900'002) + '\n'));
        int answered = 0;
        for (int round = 0; round < 4; ++round) {
            CaptureImportJob job(*m_session, {path(u"a.jsonl"_s), path(u"bodies.json"_s)});
            Ended ended(job);
            job.importHere(lookAt(job, ended));
            while (!ended.has()) {
                QCOMPARE(send("sender" + QByteArray::number(answered)), 200);
                ++answered;
            }
            QVERIFY2(ended.report, qPrintable(ended.message + ended.excess));
            QCOMPARE(ended.report->report.imported, count + 1);
        }
        QCOMPARE(send("last"), 200);
        const qint64 all = 4 * (count + 1) + answered + 1;
        QTRY_COMPARE(m_session->lastSequence(), Sequence(all));
        QCOMPARE(m_session->counters().captures, all);
        QCOMPARE(m_session->keptRanges(), (std::vector<SequenceRange>{{Sequence(1), Sequence(all)}}));
        const auto live = capturesOf(journal(), [](const Capture &c) { return c.body.contains("\"sender"); });
        QCOMPARE(static_cast<int>(live.size()), answered);
        // What was imported of the live room is one of its callbacks: the second time it is a duplicate.
        const auto imported = capturesOf(journal(), [](const Capture &c) { return c.body.contains("\"imported"); });
        QVERIFY(!imported.at(0).summary.duplicateOf);
        QCOMPARE(imported.at(1).summary.duplicateOf, imported.at(0).summary.sequence);
        const QByteArray rooms = roomsJson(m_session->rooms());
        QVERIFY(rooms.contains("\"last\""));
        QCOMPARE(roomsAfterRestart(), rooms);
    }

    void cancelledIsNothing()
    {
        QCOMPARE(send("before"), 200);
        CaptureImportJob job(*m_session, {path(u"a.jsonl"_s)});
        Ended ended(job);
        const auto all = lookAt(job, ended);
        connect(&job, &CaptureImportJob::progressed, &job, &CaptureImportJob::cancel);
        job.cancel();
        job.importHere(all);
        QTRY_VERIFY(ended.has());
        QVERIFY(ended.report);
        QVERIFY(ended.report->report.isCancelled);
        QCOMPARE(ended.report->report.imported, 0);
        QCOMPARE(send("after"), 200);
        QCOMPARE(rowsOf(journal()).size(), 2);
    }

    void aDeletedJobEnds()
    {
        {
            CaptureImportJob job(*m_session, {path(u"a.jsonl"_s)});
            Ended ended(job);
            job.importHere(lookAt(job, ended));
        }
        QCOMPARE(send("after"), 200);
        // All or nothing: which of the two depends on who was faster.
        const qsizetype rows = rowsOf(journal()).size();
        QVERIFY2(rows == 1 || rows == count + 1, qPrintable(QString::number(rows)));
    }

    void whatIsTooMuchIsRefused_data()
    {
        QTest::addColumn<qint64>("captures");
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<int>("ms");
        QTest::addColumn<bool>("isRefused");
        constexpr qint64 plenty = 1'000'000'000;
        QTest::newRow("within") << count << plenty << 600'000 << false;
        QTest::newRow("captures") << count - 1 << plenty << 600'000 << true;
        QTest::newRow("bytes") << count << qint64{1000} << 600'000 << true;
        QTest::newRow("time") << count << plenty << 0 << true;
    }
    void whatIsTooMuchIsRefused()
    {
        QFETCH(const qint64, captures);
        QFETCH(const qint64, bytes);
        QFETCH(const int, ms);
        QFETCH(const bool, isRefused);
        QCOMPARE(send("before"), 200);
        CaptureImportJob job(*m_session, {path(u"a.jsonl"_s)}, {{captures, bytes}, std::chrono::milliseconds(ms)});
        Ended ended(job);
        job.importHere(lookAt(job, ended));
        QTRY_VERIFY(ended.has());
        QCOMPARE(!ended.excess.isEmpty(), isRefused);
        QCOMPARE(ended.report.has_value(), !isRefused);
        QCOMPARE(send("after"), 200);
        QCOMPARE(rowsOf(journal()).size(), isRefused ? 2 : count + 2);
    }

    void aFailureChangesNothing()
    {
        QCOMPARE(send("before"), 200);
        QTRY_COMPARE(m_session->lastSequence(), Sequence(1));
        const QByteArray rooms = roomsJson(m_session->rooms());
        QVERIFY(m_session->addToJournal([](JournalWriter &writer, RoomArrivals &) -> BatchPtr {
            [[maybe_unused]] const Result<void> limited = writer.limitPages(40);
            return nullptr;
        }));
        CaptureImportJob job(*m_session, {path(u"a.jsonl"_s)});
        Ended ended(job);
        job.importHere(lookAt(job, ended));
        QTRY_VERIFY(ended.has());
        QVERIFY2(ended.message.contains(u"nothing was imported"_s), qPrintable(ended.message));
        QCOMPARE(rowsOf(journal()).size(), 1);
        QCOMPARE(roomsJson(m_session->rooms()), rooms);
        // There is room for a callback still.
        QCOMPARE(send("after"), 200);
        QTRY_COMPARE(m_session->lastSequence(), Sequence(2));
    }

    void aClosedSessionTakesNothing()
    {
        CaptureImportJob job(*m_session, {path(u"a.jsonl"_s)});
        Ended ended(job);
        const auto all = lookAt(job, ended);
        m_session->stop();
        job.importHere(all);
        QTRY_VERIFY(ended.has());
        QVERIFY2(ended.message.contains(u"closed"_s), qPrintable(ended.message));
        QCOMPARE(rowsOf(journal()).size(), 0);
    }

    void whatCannotBeReadIsTold()
    {
        QByteArray text = jsonlHeader.toByteArray() + jsonlLine(m_captures.at(0));
        constexpr qint64 bad = 1200;
        for (qint64 i = 0; i < bad; ++i)
            text += "{\"seq\":\n";
        QVERIFY(writeFile(path(u"bad.jsonl"_s), text));
        CaptureImportJob job(*m_session, {path(u"bad.jsonl"_s), path(u"none.jsonl"_s), path(u"a.jsonl"_s)});
        Ended ended(job);
        lookAt(job, ended);
        QCOMPARE(ended.files->size(), 3U);
        QCOMPARE(ended.files->at(0).problem, QString());
        QVERIFY2(ended.files->at(1).problem.startsWith(u"the file cannot be read"_s),
                 qPrintable(ended.files->at(1).problem));
        // One that could not be opened is left out, and one that is not wanted.
        job.importHere({0, 1});
        QTRY_VERIFY(ended.has());
        QVERIFY2(ended.report, qPrintable(ended.message));
        QCOMPARE(ended.report->report.imported, 1);
        QCOMPARE(ended.report->report.notRead, bad);
        QCOMPARE(ended.report->unread.size(), CaptureImportJob::mostUnread);
        QCOMPARE(ended.report->unread.at(0).file, path(u"bad.jsonl"_s));
        QVERIFY2(ended.report->unread.at(0).where.contains(u"3"_s), qPrintable(ended.report->unread.at(0).where));
        QVERIFY(!ended.report->unread.at(0).reason.isEmpty());
    }

    void aSampleIsShownAsItIsMended()
    {
        const QByteArray sample = testData(u"corpus/seat-doc-like.txt"_s);
        QVERIFY(writeFile(path(u"doc.txt"_s), sample));
        QVERIFY(writeFile(path(u"huge.txt"_s), "{\"a\":\"" + QByteArray(1024 * 1024, 'a') + "\" \"b\":1}"));
        CaptureImportJob job(*m_session, {path(u"doc.txt"_s), path(u"huge.txt"_s)});
        Ended ended(job);
        lookAt(job, ended);
        const ImportFile &found = ended.files->at(0);
        QVERIFY2(found.sample, qPrintable(found.problem));
        QCOMPARE(found.sample->before, QString::fromUtf8(sample));
        QCOMPARE(found.sample->changeCount, 4);
        QCOMPARE(found.sample->changes.size(), 4);
        QVERIFY(!found.sample->after.contains(u"//"_s));
        QVERIFY2(ended.files->at(1).problem.contains(u"too large"_s), qPrintable(ended.files->at(1).problem));
        job.importHere({0});
        QTRY_VERIFY(ended.report);
        QCOMPARE(ended.report->report.imported, 1);
    }

    void aNewJournalHasAllOfIt()
    {
        const QString target = path(u"new.seatscope"_s);
        // As much as it is.
        CaptureImportJob job(*m_session, {path(u"a.jsonl"_s)}, {{1, 1}, std::chrono::milliseconds(0)});
        Ended ended(job);
        job.importInto(target, lookAt(job, ended));
        QTRY_VERIFY(ended.has());
        QVERIFY2(ended.report, qPrintable(ended.message));
        QCOMPARE(ended.report->journal, target);
        QCOMPARE(rowsOf(target), m_rows);
        QCOMPARE(rowsOf(journal()).size(), 0);

        CaptureImportJob again(*m_session, {path(u"a.jsonl"_s)});
        Ended refused(again);
        again.importInto(target, lookAt(again, refused));
        QTRY_VERIFY(refused.has());
        QVERIFY2(refused.message.contains(target), qPrintable(refused.message));
        QCOMPARE(rowsOf(target), m_rows);
    }

    void aNewJournalThatIsNotWantedGoes()
    {
        CaptureImportJob job(*m_session, {path(u"a.jsonl"_s)});
        Ended ended(job);
        const auto all = lookAt(job, ended);
        job.cancel();
        job.importInto(path(u"new.seatscope"_s), all);
        QTRY_VERIFY(ended.has());
        QVERIFY(ended.report);
        QVERIFY(ended.report->report.isCancelled);
        QCOMPARE(QDir(m_dir->path()).entryList({u"new*"_s}), QStringList());
    }

private:
    std::vector<Capture> m_captures;
    QByteArrayList m_rows;
    QByteArray m_jsonl;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Session> m_session;
    HttpClient m_client;
    qint64 m_sent = 0;
};

QTEST_GUILESS_MAIN(TestCaptureImportJob)
#include "tst_captureimportjob.moc"
