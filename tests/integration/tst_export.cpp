// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/program.h"
#include "tests/support/testmain.h"
#include "tests/unit/journal/journaltools.h"
#include "tests/unit/query/filterjournal.h"

#include <QTemporaryDir>

#include <csignal>

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
