// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/program.h"
#include "tests/support/testmain.h"
#include "tests/unit/journal/journaltools.h"
#include "tests/unit/query/filterjournal.h"

#include <QDir>
#include <QTemporaryDir>

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

class TestExport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_dir = std::make_unique<QTemporaryDir>();
        m_journal = m_dir->filePath(u"j.seatscope"_s);
        QVERIFY(writeFilterJournal(m_journal));
    }

    void writesLines()
    {
        const ProgramResult all = exported({u"--format"_s, u"jsonl"_s});
        QCOMPARE(all.exitCode, 0);
        QVERIFY(all.output.startsWith("{\"format\":\"seatscope-captures\",\"version\":1}\n{\"seq\":1,"));
        QCOMPARE(all.output.count('\n'), 41);
        QCOMPARE(all.words, QByteArray());
        const ProgramResult some =
            exported({u"--format"_s, u"jsonl"_s, u"--filter"_s, u"room == stage"_s, u"--limit"_s, u"2"_s});
        QCOMPARE(some.output.count('\n'), 3);
        QVERIFY(some.output.contains("\n{\"seq\":12,") && some.output.contains("\n{\"seq\":17,"));
        const QString target = m_dir->filePath(u"out"_s);
        const ProgramResult file = exported({u"--format"_s, u"jsonl"_s, u"--output"_s, target});
        QCOMPARE(file.exitCode, 0);
        QCOMPARE(file.output, QByteArray());
        QCOMPARE(contentOf(target), all.output);
        QCOMPARE(exported({u"--format"_s, u"jsonl"_s, u"--output"_s, u"-"_s}).output, all.output);
    }

    void writesTables_data()
    {
        QTest::addColumn<QStringList>("table");
        QTest::addColumn<QByteArray>("title");
        QTest::addColumn<QByteArray>("has");
        const QStringList with{u"--table"_s};
        QTest::newRow("default") << QStringList() << QByteArray("seq,received,peer,") << QByteArray("bad-signature");
        QTest::newRow("captures") << with + QStringList(u"captures"_s) << QByteArray("seq,received,peer,")
                                  << QByteArray("'@TIM#SYSTEM");
        QTest::newRow("seats") << with + QStringList(u"seats"_s) << QByteArray("seq,received,eventTime,")
                               << QByteArray(",seat,5,erin,true,");
        QTest::newRow("activity") << with + QStringList(u"activity"_s) << QByteArray("seq,received,eventTime,room,kind")
                                  << QByteArray(",took-seat,alice,");
    }
    void writesTables()
    {
        QFETCH(const QStringList, table);
        QFETCH(const QByteArray, title);
        QFETCH(const QByteArray, has);
        const ProgramResult result = exported(QStringList{u"--format"_s, u"csv"_s} + table);
        QCOMPARE(result.exitCode, 0);
        QVERIFY2(result.output.startsWith(title), result.output.constData());
        QVERIFY2(result.output.contains(has), result.output.constData());
        const ProgramResult none = exported(QStringList{u"--format"_s, u"csv"_s, u"--filter"_s, u"seq > 99"_s} + table);
        QCOMPARE(none.output.count("\r\n"), 1);
    }

    void writesRequests()
    {
        const QStringList http{u"--format"_s, u"http"_s, u"--filter"_s, u"verdict == accepted"_s, u"--output"_s};
        const QString zip = m_dir->filePath(u"a.ZIP"_s);
        const QString folder = m_dir->filePath(u"a.folder"_s);
        const ProgramResult piped = exported(http + QStringList(u"-"_s));
        QCOMPARE(piped.exitCode, 0);
        QVERIFY(piped.output.startsWith("PK\3\4"));
        QCOMPARE(exported(http + QStringList(zip)).exitCode, 0);
        QCOMPARE(contentOf(zip), piped.output);
        QCOMPARE(exported(http + QStringList(folder)).exitCode, 0);
        const QByteArrayList requests = filesIn(folder);
        QVERIFY2(requests.size() > 15, QByteArray::number(requests.size()).constData());
        QVERIFY2(requests.first().startsWith("POST "), requests.first().constData());
        // Both ways back they are the same, and a second export into the folder is refused.
        for (const QString &from : {zip, folder}) {
            const QString journal = from + u".seatscope"_s;
            QCOMPARE(
                runProgram({u"import"_s, u"--journal"_s, journal, from}).words,
                QByteArray("imported %1 (#1 to #%1), not read 0\n").replace("%1", QByteArray::number(requests.size())));
            const QString again = from + u".again"_s;
            QCOMPARE(runProgram({u"export"_s, u"--journal"_s, journal, u"--format"_s, u"http"_s, u"--output"_s, again})
                         .exitCode,
                     0);
            QCOMPARE(filesIn(again), requests);
        }
        const ProgramResult refused = exported(http + QStringList(folder));
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.words.contains("has something in it"), refused.words.constData());
    }

    void writesRequestsForEditors()
    {
        const ProgramResult result = exported({u"--format"_s, u"http-client"_s});
        QCOMPARE(result.exitCode, 0);
        QCOMPARE(result.output.count("\n### #"), 40);
        QVERIFY(result.output.contains("\nPOST {{origin}}/") && result.output.contains("\n# Left out: "));
    }

    void aTerminalGetsNoArchive()
    {
        const int terminal = ::posix_openpt(O_RDWR | O_NOCTTY);
        QVERIFY(terminal >= 0 && ::grantpt(terminal) == 0 && ::unlockpt(terminal) == 0);
        const QByteArray name(::ptsname(terminal));
        QProcess program;
        program.setChildProcessModifier(
            [&name] { ::dup2(::open(name.constData(), O_RDWR | O_NOCTTY), STDOUT_FILENO); });
        program.start(u"" SEATSCOPE_PROGRAM ""_s, {u"export"_s, u"--journal"_s, m_journal, u"--format"_s, u"http"_s});
        QVERIFY(program.waitForFinished());
        ::close(terminal);
        QCOMPARE(program.exitCode(), 1);
        QVERIFY(program.readAllStandardError().contains("no text for a terminal"));
    }

    void aSignalLeavesNoFolder()
    {
        QVERIFY(fill(50'000));
        const QDir dir(m_dir->path());
        const auto beside = [&dir] { return dir.entryList({u"out*"_s}, QDir::AllEntries | QDir::Hidden); };
        QProcess program;
        program.start(u"" SEATSCOPE_PROGRAM ""_s, {u"export"_s, u"--journal"_s, m_journal, u"--format"_s, u"http"_s,
                                                   u"--output"_s, dir.filePath(u"out"_s)});
        QTRY_VERIFY(!beside().isEmpty());
        ::kill(static_cast<pid_t>(program.processId()), SIGINT);
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitCode(), 1);
        QCOMPARE(program.readAllStandardError(), QByteArray("interrupted; no file was written\n"));
        QCOMPARE(beside(), QStringList());
    }

    void redacts()
    {
        const ProgramResult result = exported({u"--format"_s, u"jsonl"_s, u"--redact"_s});
        QCOMPARE(result.exitCode, 0);
        QVERIFY(!result.output.contains("alice") && !result.output.contains("10.0.0.1"));
        QVERIFY2(result.words.contains("users in ") && result.words.contains("2 addresses of clients in "),
                 result.words.constData());
        QVERIFY(!result.words.contains("alice"));
        // A key of its own each time.
        QVERIFY(exported({u"--format"_s, u"jsonl"_s, u"--redact"_s}).output != result.output);
    }

    void saysWhatIsWrong()
    {
        QCOMPARE(exported({u"--format"_s, u"xml"_s}).exitCode, 2);
        QCOMPARE(runProgram({u"export"_s, u"--format"_s, u"csv"_s}).exitCode, 2);
        const ProgramResult noJournal =
            runProgram({u"export"_s, u"--format"_s, u"csv"_s, u"--journal"_s, m_dir->filePath(u"none"_s)});
        QCOMPARE(noJournal.exitCode, 1);
        QVERIFY(noJournal.words.contains("none"));
        const ProgramResult noFolder =
            exported({u"--format"_s, u"csv"_s, u"--output"_s, m_dir->filePath(u"none/out"_s)});
        QCOMPARE(noFolder.exitCode, 1);
        QVERIFY(noFolder.words.contains("none/out"));
    }

    void theJournalIsNotWrittenOver()
    {
        const QByteArray before = contentOf(m_journal);
        const ProgramResult result = exported({u"--format"_s, u"csv"_s, u"--output"_s, m_journal});
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.words.contains("journal itself"), result.words.constData());
        QCOMPARE(contentOf(m_journal), before);
    }

    void aFullDiskIsAFailure()
    {
        QProcess shell;
        shell.start(u"sh"_s, {u"-c"_s, u"\"$0\" export --journal \"$1\" --format jsonl > /dev/full"_s,
                              u"" SEATSCOPE_PROGRAM ""_s, m_journal});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.exitCode(), 1);
        QVERIFY(shell.readAllStandardError().contains("standard output"));
    }

    void aReaderWhoLeavesIsNone()
    {
        QVERIFY(fill(20'000));
        QProcess shell;
        shell.start(u"sh"_s,
                    {u"-c"_s, u"{ \"$0\" export --journal \"$1\" --format jsonl; echo \"exit $?\" >&2; } | head -n 1"_s,
                     u"" SEATSCOPE_PROGRAM ""_s, m_journal});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.readAllStandardError(), QByteArray("exit 0\n"));
        QCOMPARE(shell.readAllStandardOutput().count('\n'), 1);
    }

    void aSignalEndsIt()
    {
        QVERIFY(fill(20'000));
        QProcess program;
        // A pipe that nobody empties holds it up.
        program.start(u"" SEATSCOPE_PROGRAM ""_s, {u"export"_s, u"--journal"_s, m_journal, u"--format"_s, u"jsonl"_s});
        QVERIFY(program.waitForReadyRead());
        ::kill(static_cast<pid_t>(program.processId()), SIGINT);
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 1);
        QCOMPARE(program.readAllStandardError(), QByteArray("interrupted\n"));
    }

private:
    [[nodiscard]] ProgramResult exported(const QStringList &more) const
    {
        return runProgram(QStringList{u"export"_s, u"--journal"_s, m_journal} + more);
    }
    /// What the files in \a folder hold, in the order of their names.
    [[nodiscard]] static QByteArrayList filesIn(const QString &folder)
    {
        QByteArrayList contents;
        for (const QFileInfo &file : QDir(folder).entryInfoList(QDir::Files, QDir::Name))
            contents += contentOf(file.filePath());
        return contents;
    }
    /// Appends so many captures.
    [[nodiscard]] bool fill(qint64 count) const
    {
        const auto writer = openWriter(m_journal);
        if (!writer || !writer->forgoDurability() || !writer->begin())
            return false;
        for (qint64 i = 1; i <= count; ++i) {
            if (!writer->append(capture(40 + i)))
                return false;
        }
        return writer->commit().has_value();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_journal;
};

QTEST_GUILESS_MAIN(TestExport)
#include "tst_export.moc"
