// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/httpfile.h"
#include "model/exchange/httpfolder.h"
#include "model/exchange/httpfolderreader.h"
#include "model/exchange/importsources.h"
#include "model/exchange/redactor.h"
#include "tests/support/testmain.h"
#include "tests/unit/exchange/importtools.h"
#include "tests/unit/query/filterjournal.h"

#include <QDir>
#include <QTemporaryDir>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray request("POST / HTTP/1.1\r\n\r\n");

} // namespace

/// A folder of requests, written and read.
class TestHttpFolder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_dir->path()).mkdir(u"w"_s));
        QVERIFY(writeFilterJournal(m_dir->filePath(u"j"_s)));
        m_journal = openReader(m_dir->filePath(u"j"_s));
        QVERIFY(m_journal);
    }

    void aFileForEachCapture()
    {
        const auto outcome = exportTo(u"out"_s);
        QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message()));
        QCOMPARE(outcome->captures, 40);
        QCOMPARE(things(), QStringList(u"out"_s));
        const std::vector<Capture> captures = capturesOf(m_dir->filePath(u"j"_s));
        qint64 bytes = 0;
        for (const Capture &capture : captures) {
            QFile file(path(u"out/"_s + httpFileName(capture.summary)));
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
            QCOMPARE(file.readAll(), httpFileContent(capture));
            bytes += file.size();
            struct stat about {};
            QCOMPARE(::fstat(file.handle(), &about), 0);
            QCOMPARE(about.st_mtim.tv_sec * 1'000'000 + about.st_mtim.tv_nsec / 1000,
                     capture.summary.receivedAt.value());
        }
        QCOMPARE(outcome->bytes, bytes);
        QCOMPARE(QDir(path(u"out"_s)).entryList(QDir::Files).size(), std::ssize(captures));
    }

    void aJournalComesBack()
    {
        QVERIFY(exportTo(u"out"_s));
        NotingObserver observer;
        const QString journal = m_dir->filePath(u"back"_s);
        const auto report = importInto(journal, {path(u"out"_s)}, observer);
        QVERIFY(report);
        // What was turned down within its head or body is no request.
        QCOMPARE(report->imported + report->notRead, 40);
        QVERIFY2(report->imported >= 34, qPrintable(observer.problems.join(u'\n')));
        QCOMPARE(observer.problems.size(), report->notRead);
        std::vector<Capture> originals = capturesOf(m_dir->filePath(u"j"_s));
        std::erase_if(originals, [&observer](const Capture &capture) {
            return std::ranges::any_of(observer.problems, [&capture](const QString &problem) {
                return problem.startsWith(httpFileName(capture.summary) + u": "_s);
            });
        });
        const std::vector<Capture> copies = capturesOf(journal);
        QCOMPARE(copies.size(), originals.size());
        for (size_t i = 0; i < copies.size(); ++i) {
            QCOMPARE(copies[i].head, originals[i].head);
            QCOMPARE(copies[i].body, originals[i].body);
            QCOMPARE(copies[i].summary.receivedAt, originals[i].summary.receivedAt);
        }
    }

    void onlyWhatIsChosenAndRedacted()
    {
        Redactor redactor;
        const CaptureChoice choice{*Filter::parse(u"room == stage"_s, filterNow()), std::nullopt, std::nullopt};
        const auto outcome = exportToFolder(*m_journal, choice, &redactor, path(u"out"_s));
        QVERIFY(outcome);
        const QStringList names = QDir(path(u"out"_s)).entryList(QDir::Files);
        QCOMPARE(names.size(), 6);
        QVERIFY(redactor.count(RedactedKind::Address).places > 0);
        for (const QString &name : names)
            QVERIFY(!contentOf(path(u"out/"_s + name)).contains("10.0.0.1"));
    }

    void anEmptyFolderIsTaken_data()
    {
        QTest::addColumn<QString>("target");
        QTest::newRow("plain") << u"out"_s;
        QTest::newRow("with a slash") << u"out/"_s;
        QTest::newRow("roundabout") << u"out/../out/."_s;
        QTest::newRow("link") << u"link"_s;
    }
    void anEmptyFolderIsTaken()
    {
        QFETCH(const QString, target);
        QVERIFY(QDir(m_dir->path()).mkdir(u"w/out"_s));
        QVERIFY(QFile::link(path(u"out"_s), m_dir->filePath(u"w/link"_s)));
        const auto outcome = exportTo(target);
        QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message()));
        QCOMPARE(things(), (QStringList{u"link"_s, u"out"_s}));
        QCOMPARE(QDir(path(u"out"_s)).entryList(QDir::Files).size(), 40);
        QVERIFY(QFileInfo(path(u"link"_s)).isSymLink());
    }

    void whatIsThereStays()
    {
        QVERIFY(QDir(m_dir->path()).mkdir(u"w/full"_s));
        QVERIFY(writeFile(path(u"full/.hidden"_s), "x"));
        QVERIFY(writeFile(path(u"file"_s), "x"));
        for (const QString &target : {u"full"_s, u"file"_s, u"none/out"_s}) {
            const auto outcome = exportTo(target);
            QVERIFY(!outcome);
            QVERIFY2(outcome.error().message().contains(path(target)), qPrintable(outcome.error().message()));
        }
        QCOMPARE(things(), (QStringList{u"file"_s, u"full"_s}));
        QCOMPARE(contentOf(path(u"file"_s)), QByteArray("x"));
        QCOMPARE(QDir(path(u"full"_s)).entryList(QDir::Files | QDir::Hidden), QStringList(u".hidden"_s));
    }

    void cancelLeavesNothing()
    {
        std::atomic<bool> isCancelled = true;
        auto outcome = exportToFolder(*m_journal, {}, nullptr, path(u"out"_s), {{}, &isCancelled});
        QVERIFY(outcome && outcome->isCancelled);
        QCOMPARE(things(), QStringList());
        // In the middle of it, when files are there already.
        isCancelled = false;
        ExportWatch watch{[&](const ExportProgress &progress) { isCancelled = progress.captures > 0; }, &isCancelled};
        outcome = exportToFolder(*m_journal, {}, nullptr, path(u"out"_s), watch);
        QVERIFY(outcome && outcome->isCancelled && outcome->captures > 0);
        QCOMPARE(things(), QStringList());
        Redactor redactor;
        isCancelled = true;
        outcome = exportToFolder(*m_journal, {}, &redactor, path(u"out"_s), {{}, &isCancelled});
        QVERIFY(outcome && outcome->isCancelled);
        QCOMPARE(things(), QStringList());
    }

    void aFullDiskLeavesNothing()
    {
        const auto before = std::signal(SIGXFSZ, SIG_IGN);
        rlimit old{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &old), 0);
        const rlimit small{100, old.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        const auto outcome = exportTo(u"out"_s);
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &old), 0);
        std::signal(SIGXFSZ, before);
        QVERIFY(!outcome);
        QVERIFY2(outcome.error().message().contains(u"cannot be written"_s), qPrintable(outcome.error().message()));
        QVERIFY(outcome.error().message().contains(path(u"out"_s)));
        QCOMPARE(things(), QStringList());
    }

    void listsWhatItDoesNotRead()
    {
        QVERIFY(QDir(m_dir->path()).mkpath(u"w/in/folder"_s));
        QVERIFY(writeFile(path(u"in/folder/1.http"_s), request));
        QVERIFY(writeFile(path(u"in/10.http"_s), request + "ten"));
        QVERIFY(writeFile(path(u"in/9.http"_s), request + "nine"));
        QVERIFY(writeFile(path(u"in/notes.txt"_s), "some notes"));
        QVERIFY(writeFile(path(u"secret"_s), request + "secret"));
        QVERIFY(QFile::link(path(u"secret"_s), path(u"in/link"_s)));
        QVERIFY(QFile::link(path(u"none"_s), path(u"in/dangling"_s)));
        QCOMPARE(::mkfifo(QFile::encodeName(path(u"in/pipe"_s)).constData(), 0600), 0);
        QVERIFY(writeFile(path(u"in/\u5EA7\u202E"_s), "x"));
        QFile huge(path(u"in/huge"_s));
        QVERIFY(huge.open(QIODevice::WriteOnly) && huge.resize(qint64{10} * 1024 * 1024 * 1024));
        QCOMPARE(read(u"in"_s),
                 (QStringList{u"nine"_s, u"ten"_s, u"dangling: it is a link"_s, u"folder: it is a folder"_s,
                              u"huge: it is larger than the 65.00 MiB that are read of a request"_s,
                              u"link: it is a link"_s, u"notes.txt: it is no HTTP request, or its head is cut off"_s,
                              u"pipe: it is a pipe or a device, and no file"_s,
                              u"\u5EA7\uFFFD: it is no HTTP request, or its head is cut off"_s}));
    }

    void limitsHold()
    {
        QVERIFY(QDir(m_dir->path()).mkpath(u"w/in"_s));
        for (const char *name : {"1", "2", "3"})
            QVERIFY(writeFile(path(u"in/"_s + QLatin1StringView(name)), request));
        ImportLimits limits;
        limits.archiveEntries = 2;
        const auto refused = HttpFolderReader::open(path(u"in"_s), limits);
        QVERIFY(!refused);
        QVERIFY(refused.error().message().contains(u"more than the 2 files"_s));
        limits = {};
        limits.requestBytes = request.size() - 1;
        QVERIFY(readHttpFile(QFile::encodeName(path(u"in/1"_s)), limits).error().contains(u"larger than"_s));
        QVERIFY(!HttpFolderReader::open(path(u"none"_s)));
    }

    void filesThatAreNone_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("words");
        QTest::newRow("missing") << u"none"_s << u"none"_s;
        QTest::newRow("pipe") << u"pipe"_s << u"no file"_s;
        QTest::newRow("10 GB") << u"huge"_s << u"has 10.00 GiB"_s;
        QTest::newRow("too large for one") << u"large"_s << u"larger than the 65.00 MiB"_s;
        QTest::newRow("text") << u"text"_s << u"no HTTP request"_s;
        QTest::newRow("empty") << u"empty"_s << u"no HTTP request"_s;
    }
    void filesThatAreNone()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, words);
        QCOMPARE(::mkfifo(QFile::encodeName(path(u"pipe"_s)).constData(), 0600), 0);
        QFile huge(path(u"huge"_s));
        QVERIFY(huge.open(QIODevice::WriteOnly) && huge.resize(qint64{10} * 1024 * 1024 * 1024));
        QFile large(path(u"large"_s));
        QVERIFY(large.open(QIODevice::WriteOnly) && large.write(request) > 0 &&
                large.resize(qint64{100} * 1024 * 1024));
        QVERIFY(writeFile(path(u"text"_s), "hello\n"));
        QVERIFY(writeFile(path(u"empty"_s), {}));
        const auto input = openInput(path(name), importFormat(u"http"));
        QVERIFY(!input);
        QVERIFY2(input.error().message().contains(words) && input.error().message().contains(path(name)),
                 qPrintable(input.error().message()));
        QVERIFY(name == u"large"_s || !openInput(path(name)));
    }

    void aLinkToAFileIsNamedOnPurpose()
    {
        QVERIFY(writeFile(path(u"a"_s), request + "a"));
        QVERIFY(QFile::link(path(u"a"_s), path(u"b"_s)));
        QCOMPARE(read(u"b"_s), QStringList(u"a"_s));
    }

private:
    [[nodiscard]] QString path(const QString &name) const { return m_dir->filePath(u"w/"_s + name); }
    /// What is in the folder of the test.
    [[nodiscard]] QStringList things() const
    {
        return QDir(m_dir->filePath(u"w"_s))
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
    }
    [[nodiscard]] Result<ExportOutcome> exportTo(const QString &target) const
    {
        return exportToFolder(*m_journal, {}, nullptr, path(target));
    }
    /// The body of each request, or what is said instead.
    [[nodiscard]] QStringList read(const QString &name) const
    {
        const auto input = openInput(path(name));
        if (!input)
            return {input.error().message()};
        QStringList items;
        for (auto item = input->input.source->next(); item && *item; item = input->input.source->next()) {
            const auto *const problem = std::get_if<ImportProblem>(&**item);
            items += problem ? problem->where + u": "_s + problem->reason
                             : QString::fromLatin1(std::get<ImportedCapture>(**item).body);
        }
        return items;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<JournalReader> m_journal;
};

QTEST_GUILESS_MAIN(TestHttpFolder)
#include "tst_httpfolder.moc"
