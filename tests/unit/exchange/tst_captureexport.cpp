// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/captureexport.h"
#include "model/exchange/csvactivity.h"
#include "model/exchange/exportformats.h"
#include "model/exchange/jsonlformat.h"
#include "model/exchange/redactor.h"
#include "model/exchange/zipfile.h"
#include "tests/support/testmain.h"
#include "tests/unit/history/scenariojournal.h"
#include "tests/unit/query/filterjournal.h"

#include <QDir>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <cerrno>
#include <csignal>
#include <sys/resource.h>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

CaptureChoice passing(const QString &filter, std::optional<qint64> limit = std::nullopt)
{
    return {*Filter::parse(filter, filterNow()), std::nullopt, limit};
}

/// The sequences of exported lines, as "1 2 3".
QString sequencesOf(const QByteArray &lines)
{
    QStringList sequences;
    for (const QByteArray &line : lines.split('\n').mid(1)) {
        if (!line.isEmpty())
            sequences += QString::number(QJsonDocument::fromJson(line)[u"seq"_s].toInteger());
    }
    return sequences.join(u' ');
}

class CountingFormat final : public CaptureFormat {
public:
    [[nodiscard]] QByteArray entry(const Capture &) override { return "x"; }
    [[nodiscard]] QByteArray end() override { return "!"; }
};

} // namespace

class TestCaptureExport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(writeFilterJournal(path(u"j"_s)));
        m_journal = openReader(path(u"j"_s));
        QVERIFY(m_journal);
    }

    void exportsWhatIsChosen_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<qint64>("limit");
        QTest::addColumn<QString>("sequences");
        QStringList all;
        for (int i = 1; i <= 40; ++i)
            all += QString::number(i);
        QTest::newRow("all") << QString() << qint64{0} << all.join(u' ');
        QTest::newRow("last") << QString() << qint64{3} << u"38 39 40"_s;
        QTest::newRow("more than there are") << QString() << qint64{300} << all.join(u' ');
        QTest::newRow("room") << u"room == stage"_s << qint64{0} << u"8 9 10 11 12 17"_s;
        QTest::newRow("last of a room") << u"room == stage"_s << qint64{2} << u"12 17"_s;
        QTest::newRow("last of few") << u"room == stage"_s << qint64{20} << u"8 9 10 11 12 17"_s;
        QTest::newRow("body") << u"hello"_s << qint64{0} << u"25"_s;
        QTest::newRow("sequences") << u"seq in 5..7"_s << qint64{0} << u"5 6 7"_s;
        QTest::newRow("none") << u"room == nowhere"_s << qint64{0} << QString();
    }
    void exportsWhatIsChosen()
    {
        QFETCH(const QString, filter);
        QFETCH(const qint64, limit);
        QFETCH(const QString, sequences);
        QCOMPARE(sequencesOf(exported(passing(filter, limit > 0 ? std::optional(limit) : std::nullopt))), sequences);
    }

    void exportsSelections()
    {
        CaptureChoice choice;
        choice.sequences = {Sequence(2), Sequence(5), Sequence(6), Sequence(99)};
        QCOMPARE(sequencesOf(exported(choice)), u"2 5 6"_s);
        choice.filter = *Filter::parse(u"user == carol"_s, filterNow());
        QCOMPARE(sequencesOf(exported(choice)), u"5 6"_s);
        choice.sequences = std::vector<Sequence>();
        QCOMPARE(sequencesOf(exported(choice)), QString());
    }

    void linesAreThoseOfTheCaptures()
    {
        JsonlFormat format;
        QByteArray expected = format.begin();
        for (const Capture &c : filterCaptures())
            expected += format.entry(c);
        QCOMPARE(exported({}), expected);
    }

    void largeOnesAreWholeInTheirPlace()
    {
        // Beyond a batch between the threads, before and behind small ones.
        std::vector<Capture> captures;
        for (qint64 i = 1; i <= 3000; ++i)
            captures.push_back(capture(
                i, u"r"_s, i, QByteArray(i % 1000 == 0 ? 900'000 : 10 + i % 700, static_cast<char>('a' + i % 26))));
        {
            const auto writer = openWriter(path(u"large"_s));
            QVERIFY(writer->forgoDurability());
            keep(*writer, captures);
        }
        m_journal = openReader(path(u"large"_s));
        JsonlFormat format;
        QByteArray expected = format.begin();
        for (const Capture &c : captures)
            expected += format.entry(c);
        QVERIFY(exported({}) == expected);
    }

    void stepsLoseNothing()
    {
        const auto writer = openWriter(path(u"many"_s));
        QVERIFY(writer->forgoDurability());
        // Beyond the captures and the bytes of a step.
        std::vector<Capture> captures;
        for (qint64 i = 1; i <= 5000; ++i) {
            if (i % 7 != 0)
                captures.push_back(
                    capture(i, i % 2 ? u"odd"_s : u"even"_s, i, QByteArray(i < 20 ? 4'000'000 : 10, 'x')));
        }
        keep(*writer, captures);
        const auto reader = openReader(path(u"many"_s));
        for (const QString &filter : {QString(), u"room == odd"_s, u"xxx"_s}) {
            Result<CaptureStream> stream = CaptureStream::begin(*reader, passing(filter));
            QVERIFY(stream);
            std::vector<qint64> seen;
            QVERIFY(stream->visitAll([&seen](const Capture &c) {
                seen.push_back(c.summary.sequence.value());
                return c.body.size() == c.summary.bodySize;
            }));
            std::vector<qint64> expected;
            for (const Capture &c : captures) {
                if (filter != u"room == odd"_s || c.summary.room->text() == u"odd"_s)
                    expected.push_back(c.summary.sequence.value());
            }
            QCOMPARE(seen, expected);
            QCOMPARE(stream->passed(), stream->whole());
        }
    }

    void endsWhereTheJournalEndedAtTheStart()
    {
        const auto writer = openWriter(path(u"j"_s));
        QVERIFY(writer);
        qint64 next = 41;
        ExportWatch watch;
        class Growing final : public CaptureFormat {
        public:
            explicit Growing(std::function<void()> grow) : m_grow(std::move(grow)) {}
            [[nodiscard]] QByteArray entry(const Capture &capture) override
            {
                m_grow();
                return QByteArray::number(capture.summary.sequence.value()) + ' ';
            }

        private:
            std::function<void()> m_grow;
        };
        Growing format([&] { keep(*writer, {capture(next++)}); });
        QByteArray bytes;
        const auto outcome = exportCaptures(*m_journal, {}, format, nullptr, collecting(bytes), watch);
        QVERIFY(outcome);
        QCOMPARE(outcome->captures, 40);
        QVERIFY(bytes.endsWith(" 40 "));
    }

    void tellsHowFarItIs()
    {
        std::vector<ExportProgress> told;
        ExportWatch watch;
        watch.progress = [&told](const ExportProgress &progress) { told.push_back(progress); };
        CountingFormat format;
        QByteArray bytes;
        QVERIFY(exportCaptures(*m_journal, {}, format, nullptr, collecting(bytes), watch));
        QCOMPARE(bytes, QByteArray(40, 'x') + '!');
        QCOMPARE(told.back().passed, told.back().whole);
        QCOMPARE(told.back().captures, 40);
        // A redaction goes over all of it twice.
        told.clear();
        Redactor redactor;
        QVERIFY(exportCaptures(*m_journal, {}, format, &redactor, collecting(bytes), watch));
        QCOMPARE(told.front().passed * 2, told.front().whole);
        QCOMPARE(told.back().passed, told.back().whole);
    }

    void cancelLeavesWhatWasThere_data()
    {
        QTest::addColumn<bool>("redacts");
        QTest::newRow("plain") << false;
        QTest::newRow("while learning") << true;
    }
    void cancelLeavesWhatWasThere()
    {
        QFETCH(const bool, redacts);
        const QString target = path(u"out"_s);
        QVERIFY(writeFile(target, "old"));
        std::atomic<bool> isCancelled = false;
        ExportWatch watch{{}, &isCancelled};
        class Cancelling final : public CaptureFormat {
        public:
            explicit Cancelling(std::atomic<bool> &flag) : m_flag(flag) {}
            [[nodiscard]] QByteArray entry(const Capture &) override
            {
                m_flag = true;
                return "x";
            }

        private:
            std::atomic<bool> &m_flag;
        };
        Cancelling format(isCancelled);
        Redactor redactor;
        isCancelled = redacts;
        const auto outcome = exportToFile(target, [&](const ExportSink &sink) {
            return exportCaptures(*m_journal, {}, format, redacts ? &redactor : nullptr, sink, watch);
        });
        QVERIFY(outcome);
        QVERIFY(outcome->isCancelled);
        QVERIFY(outcome->captures <= 1);
        QCOMPARE(contentOf(target), QByteArray("old"));
        QCOMPARE(files(), (QStringList{u"j"_s, u"out"_s}));
    }

    void replacesAFileAtOnce()
    {
        const QString target = path(u"out"_s);
        QVERIFY(writeFile(target, "old"));
        JsonlFormat format;
        const auto outcome = exportToFile(
            target, [&](const ExportSink &sink) { return exportCaptures(*m_journal, {}, format, nullptr, sink); });
        QVERIFY(outcome);
        QCOMPARE(outcome->bytes, contentOf(target).size());
        QCOMPARE(contentOf(target), exported({}));
        QCOMPARE(files(), (QStringList{u"j"_s, u"out"_s}));
    }

    void saysWhyItCannotWrite()
    {
        JsonlFormat format;
        const auto run = [&](const ExportSink &sink) { return exportCaptures(*m_journal, {}, format, nullptr, sink); };
        for (const QString &target : {path(u"none/out"_s), m_dir->path(), u"/dev/full"_s}) {
            const auto outcome = exportToFile(target, run);
            QVERIFY(!outcome);
            QVERIFY2(outcome.error().message().contains(target), qPrintable(outcome.error().message()));
        }
        QVERIFY(QFileInfo(u"/dev/full"_s).exists() && !QFileInfo(u"/dev/full"_s).isFile());
    }

    void aFullDiskLeavesNothing()
    {
        const auto before = std::signal(SIGXFSZ, SIG_IGN);
        rlimit old{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &old), 0);
        const rlimit small{4096, old.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        JsonlFormat format;
        const auto outcome = exportToFile(path(u"out"_s), [&](const ExportSink &sink) {
            return exportCaptures(*m_journal, {}, format, nullptr, sink);
        });
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &old), 0);
        std::signal(SIGXFSZ, before);
        QVERIFY(!outcome);
        QVERIFY2(outcome.error().message().contains(u"cannot be written (%1)"_s.arg(qt_error_string(EFBIG))),
                 qPrintable(outcome.error().message()));
        QCOMPARE(files(), QStringList{u"j"_s});
    }

    void redactsInEveryFormat()
    {
        for (const ExportFormat &format : exportFormats()) {
            const auto made = format.make();
            Redactor redactor;
            QByteArray bytes;
            QVERIFY(exportCaptures(*m_journal, {}, *made, &redactor, collecting(bytes)));
            if (!format.isText)
                bytes = unpacked(bytes);
            for (const char *name : {"alice", "carol", "owner1", "o'brien", "127.0.0.1", "10.0.0.1"})
                QVERIFY2(!bytes.contains(name), name);
            QVERIFY(bytes.contains("lobby"));
            QCOMPARE(redactor.count(RedactedKind::Address).distinct, 2);
        }
    }

    void exportsActivitiesOfWhatIsChosen()
    {
        fillWithScenario(path(u"s"_s), 3, 128);
        const auto journal = openReader(path(u"s"_s));
        QByteArray all;
        QVERIFY(exportActivities(*journal, {}, nullptr, collecting(all)));
        QVERIFY(all.startsWith("seq,received,"));
        QByteArray some;
        const auto outcome = exportActivities(*journal, passing(u"seq in (20..30, 50)"_s), nullptr, collecting(some));
        QVERIFY(outcome);
        QByteArray expected;
        for (const QByteArray &line : all.split('\n')) {
            const int seq = line.split(',').first().toInt();
            if (line.startsWith("seq,") || (seq >= 20 && seq <= 30) || seq == 50)
                expected += line + '\n';
        }
        QCOMPARE(some, expected);
        QCOMPARE(outcome->captures, some.count('\n') - 1);
        Redactor redactor;
        QByteArray hidden;
        QVERIFY(exportActivities(*journal, {}, &redactor, collecting(hidden)));
        QCOMPARE(hidden.size(), all.size());
        QVERIFY(hidden != all);
    }

    void knowsItsFormats()
    {
        QVERIFY(exportFormatNamed(u"jsonl"_s));
        QVERIFY(exportFormatNamed(u"csv"_s));
        QVERIFY(!exportFormatNamed(u"xml"_s));
        for (const ExportFormat &format : exportFormats()) {
            QVERIFY(!exportFormatDescription(format).isEmpty());
            QVERIFY(format.make());
        }
    }

private:
    [[nodiscard]] QString path(const QString &name) const { return m_dir->filePath(name); }
    /// Without what SQLite keeps beside a journal.
    [[nodiscard]] QStringList files() const
    {
        QStringList names = QDir(m_dir->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
        names.removeIf([](const QString &name) { return name.startsWith(u"j-"_s) || name.startsWith(u"j."_s); });
        return names;
    }
    [[nodiscard]] static bool writeFile(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    }
    /// The names and contents of all that is in \a zip.
    [[nodiscard]] QByteArray unpacked(const QByteArray &zip) const
    {
        QFile file(path(u"zip"_s));
        if (!writeFile(file.fileName(), zip) || !file.open(QIODevice::ReadOnly))
            return {};
        QByteArray all;
        const auto opened = ZipFile::open(file);
        while (opened && (*opened)->next().value_or(false))
            all += (*opened)->name() + '\n' + (*opened)->content().value_or(QByteArray()) + '\n';
        return all;
    }
    [[nodiscard]] static ExportSink collecting(QByteArray &bytes)
    {
        return [&bytes](const QByteArray &more) {
            bytes += more;
            return Result<void>();
        };
    }
    [[nodiscard]] QByteArray exported(const CaptureChoice &choice) const
    {
        JsonlFormat format;
        QByteArray bytes;
        const auto outcome = exportCaptures(*m_journal, choice, format, nullptr, collecting(bytes));
        return outcome && outcome->bytes == bytes.size() ? bytes : QByteArray("failed");
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<JournalReader> m_journal;
};

QTEST_GUILESS_MAIN(TestCaptureExport)
#include "tst_captureexport.moc"
