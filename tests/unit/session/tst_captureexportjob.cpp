// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/session/captureexportjob.h"
#include "tests/support/testmain.h"
#include "tests/unit/history/scenariojournal.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(seatscope::ExportTable)

namespace {

constexpr qint64 count = 1024;

/// Runs a job to its end, and keeps what it told.
class Ended {
public:
    explicit Ended(CaptureExportJob &job)
    {
        QObject::connect(&job, &CaptureExportJob::done, &job, [this](const CaptureExportReport &r) { report = r; });
        QObject::connect(&job, &CaptureExportJob::failed, &job, [this](const QString &m) { message = m; });
        QObject::connect(&job, &CaptureExportJob::progressed, &job,
                         [this](const ExportProgress &p) { told.push_back(p); });
    }
    [[nodiscard]] bool has() const { return report.has_value() || !message.isEmpty(); }

    std::optional<CaptureExportReport> report;
    QString message;
    std::vector<ExportProgress> told;
};

} // namespace

class TestCaptureExportJob : public QObject {
    Q_OBJECT

    [[nodiscard]] QString path(const QString &name) const { return m_dir.filePath(name); }
    [[nodiscard]] CaptureExportOptions options(const QString &target, const QString &format = u"jsonl"_s) const
    {
        CaptureExportOptions options;
        options.journal = path(u"j.seatscope"_s);
        options.target = path(target);
        options.form.format = exportFormatNamed(format);
        return options;
    }
    /// Lines of a file with its title.
    [[nodiscard]] qint64 linesOf(const QString &name) const { return contentOf(path(name)).count('\n'); }
    [[nodiscard]] bool write(const QString &name, const QByteArray &content) const
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    }
    /// What is there but for the journal.
    [[nodiscard]] QStringList files() const
    {
        QStringList names =
            QDir(m_dir.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
        names.removeIf([](const QString &name) { return name.startsWith(u"j.seatscope"_s); });
        return names;
    }

private Q_SLOTS:
    void initTestCase() { fillWithScenario(path(u"j.seatscope"_s), 3, count); }
    void init() { failOnAnyWarning(); }
    void cleanup()
    {
        for (const QString &name : files())
            QVERIFY(QFile::remove(path(name)));
    }

    void exportsEverything()
    {
        CaptureExportJob job(options(u"a.jsonl"_s));
        Ended ended(job);
        job.start();
        QTRY_VERIFY(ended.has());
        QVERIFY2(ended.report, qPrintable(ended.message));
        QCOMPARE(ended.report->outcome.captures, count);
        QVERIFY(!ended.report->outcome.isCancelled);
        QVERIFY(!ended.report->redacted);
        QCOMPARE(linesOf(u"a.jsonl"_s), count + 1);
        QCOMPARE(ended.report->outcome.bytes, contentOf(path(u"a.jsonl"_s)).size());
        QVERIFY(!ended.told.empty());
        QVERIFY(ended.told.front().passed <= ended.told.front().whole);
    }

    void exportsWhatIsChosen()
    {
        CaptureExportOptions some = options(u"some.csv"_s, u"csv"_s);
        some.choice.sequences = {Sequence(3), Sequence(700), Sequence(5000)};
        CaptureExportJob selected(some);
        Ended ended(selected);
        selected.start();
        QTRY_VERIFY(ended.has());
        QCOMPARE(ended.report->outcome.captures, 2);
        QCOMPARE(linesOf(u"some.csv"_s), 3);

        CaptureExportOptions filtered = options(u"filtered.jsonl"_s);
        filtered.choice.filter = *Filter::parse(u"seq in 10..19"_s, ArrivalTime(0));
        CaptureExportJob passing(filtered);
        Ended passed(passing);
        passing.start();
        QTRY_VERIFY(passed.has());
        QCOMPARE(passed.report->outcome.captures, 10);
    }

    void writesTheTableThatIsWanted_data()
    {
        QTest::addColumn<ExportTable>("table");
        QTest::addColumn<QByteArray>("title");
        QTest::newRow("captures") << ExportTable::Captures << "seq,received,peer,"_ba;
        QTest::newRow("seats") << ExportTable::Seats << "seq,received,eventTime,command,"_ba;
        QTest::newRow("activity") << ExportTable::Activity << "seq,received,eventTime,room,"_ba;
    }
    void writesTheTableThatIsWanted()
    {
        QFETCH(const ExportTable, table);
        QFETCH(const QByteArray, title);
        CaptureExportOptions wanted = options(u"t.csv"_s, u"csv"_s);
        wanted.form.table = table;
        CaptureExportJob job(wanted);
        Ended ended(job);
        job.start();
        QTRY_VERIFY(ended.has());
        QVERIFY2(ended.report, qPrintable(ended.message));
        QCOMPARE(ended.report->form.table, table);
        QVERIFY(contentOf(path(u"t.csv"_s)).startsWith(title));
    }

    void tellsWhatWasReplaced()
    {
        CaptureExportOptions hidden = options(u"r.jsonl"_s);
        hidden.redacts = true;
        CaptureExportJob job(hidden);
        Ended ended(job);
        job.start();
        QTRY_VERIFY(ended.has());
        QVERIFY(ended.report->redacted);
        const RedactedCount users = ended.report->redacted->at(static_cast<size_t>(RedactedKind::User));
        QVERIFY(users.distinct > 1);
        QVERIFY(users.places > users.distinct);
        QVERIFY(!ended.report->isRedactorFull);
    }

    void cancelLeavesWhatWasThere()
    {
        QVERIFY(write(u"old.jsonl"_s, "old"));
        CaptureExportJob job(options(u"old.jsonl"_s));
        Ended ended(job);
        job.cancel();
        job.start();
        QTRY_VERIFY(ended.has());
        QVERIFY(ended.report->outcome.isCancelled);
        QCOMPARE(contentOf(path(u"old.jsonl"_s)), "old"_ba);
        QCOMPARE(files(), QStringList{u"old.jsonl"_s});
    }

    void aCancelOnTheWayIsAllOrNothing()
    {
        CaptureExportJob job(options(u"w.jsonl"_s));
        Ended ended(job);
        connect(&job, &CaptureExportJob::progressed, &job, &CaptureExportJob::cancel);
        job.start();
        QTRY_VERIFY(ended.has());
        QVERIFY(ended.report);
        QCOMPARE(files().size(), ended.report->outcome.isCancelled ? 0 : 1);
    }

    void givesUpWhenItIsDeleted()
    {
        {
            CaptureExportJob unwanted(options(u"u.jsonl"_s));
            unwanted.start();
        }
        // All or nothing: which of the two depends on who was faster.
        QVERIFY(files().isEmpty() || linesOf(u"u.jsonl"_s) == count + 1);
        QVERIFY(files().size() <= 1);
    }

    void saysWhyItCannot_data()
    {
        QTest::addColumn<QString>("journal");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("words");
        QTest::newRow("no folder") << u"j.seatscope"_s << u"none/a.jsonl"_s << u"none/a.jsonl"_s;
        QTest::newRow("no journal") << u"none.seatscope"_s << u"a.jsonl"_s << u"none.seatscope"_s;
        QTest::newRow("a folder") << u"j.seatscope"_s << u"."_s << u"no file"_s;
        QTest::newRow("a pipe") << u"j.seatscope"_s << u"pipe"_s << u"no file"_s;
        QTest::newRow("the journal") << u"j.seatscope"_s << u"j.seatscope"_s << u"belongs to the journal"_s;
    }
    void saysWhyItCannot()
    {
        QFETCH(const QString, journal);
        QFETCH(const QString, target);
        QFETCH(const QString, words);
        QCOMPARE(::mkfifo(qPrintable(path(u"pipe"_s)), 0600), 0);
        const QByteArray before = contentOf(path(u"j.seatscope"_s));
        CaptureExportOptions wrong = options(target);
        wrong.journal = path(journal);
        CaptureExportJob job(wrong);
        Ended ended(job);
        job.start();
        QTRY_VERIFY(ended.has());
        QVERIFY(!ended.report);
        QVERIFY2(ended.message.contains(words), qPrintable(ended.message));
        QCOMPARE(files(), QStringList{u"pipe"_s});
        QCOMPARE(contentOf(path(u"j.seatscope"_s)), before);
    }

    void aFullDiskLeavesNothing()
    {
        const auto before = std::signal(SIGXFSZ, SIG_IGN);
        rlimit old{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &old), 0);
        // Beyond what SQLite keeps beside a journal, and less than the file.
        const rlimit small{rlim_t{128} * 1024, old.rlim_max};
        CaptureExportJob job(options(u"full.jsonl"_s));
        Ended ended(job);
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        job.start();
        const bool hasEnded = QTest::qWaitFor([&ended] { return ended.has(); });
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &old), 0);
        std::signal(SIGXFSZ, before);
        QVERIFY(hasEnded);
        QVERIFY2(ended.message.contains(u"cannot be written"_s), qPrintable(ended.message));
        QVERIFY2(ended.message.contains(path(u"full.jsonl"_s)), qPrintable(ended.message));
        QCOMPARE(files(), QStringList());
    }

private:
    QTemporaryDir m_dir;
};

QTEST_GUILESS_MAIN(TestCaptureExportJob)
#include "tst_captureexportjob.moc"
