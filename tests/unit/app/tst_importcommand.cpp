// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/importcommand.h"
#include "tests/support/testdata.h"
#include "tests/support/testmain.h"
#include "tests/unit/exchange/importtools.h"

#include <QTemporaryDir>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

class TestImportCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_dir = std::make_unique<QTemporaryDir>();
        m_journal = m_dir->filePath(u"j.seatscope"_s);
        m_file = m_dir->filePath(u"file"_s);
    }

    void readsItsOptions()
    {
        const auto options = parseImport(
            {u"seatscope"_s, u"--journal"_s, u"j"_s, u"a"_s, u"b"_s, u"--format"_s, u"json"_s, u"--mend"_s});
        QVERIFY(options);
        QCOMPARE(options->journal, u"j"_s);
        QCOMPARE(options->inputs, (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(options->format, importFormat(u"json"));
        QVERIFY(options->mends);
        QVERIFY(!options->json);
    }

    void importsAll()
    {
        QVERIFY(writeFile(m_file, jsonlOf({capture(4), capture(9)})));
        QCOMPARE(run({m_file}), ExitCode::Done);
        QCOMPARE(capturesOf(m_journal).size(), std::size_t{2});
        // Once more: behind them.
        QCOMPARE(run({m_file}), ExitCode::Done);
        QCOMPARE(capturesOf(m_journal).back().summary.sequence, Sequence(11));
    }

    void importsTheRestOfAFile()
    {
        QVERIFY(writeFile(m_file, jsonlOf({capture(4)}) + "{\"seq\":\n"));
        QCOMPARE(run({m_file}), ExitCode::Failed);
        QCOMPARE(capturesOf(m_journal).size(), std::size_t{1});
    }

    void leavesNothingBehind()
    {
        QVERIFY(writeFile(m_file, jsonlHeader.toByteArray()));
        QCOMPARE(run({m_file}), ExitCode::Failed);
        QVERIFY(writeFile(m_file, "\x89PNG"));
        QCOMPARE(run({m_file}), ExitCode::Failed);
        QCOMPARE(run({m_dir->filePath(u"none"_s)}), ExitCode::Failed);
        QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files), QStringList{u"file"_s});
    }

    void importsOnlyWhatWasSeenOfSamples()
    {
        QVERIFY(writeFile(m_file, testData(u"corpus/seat-doc-like.txt"_s)));
        QCOMPARE(run({m_file}), ExitCode::Failed);
        QVERIFY(!QFile::exists(m_journal));
        ImportOptions options{m_journal, {m_file}, nullptr, true, false};
        QCOMPARE(runImport(options), ExitCode::Done);
        const Capture imported = capturesOf(m_journal).at(0);
        QCOMPARE(imported.summary.ruling.verdict, Verdict::Accepted);
        QCOMPARE(imported.summary.room, RoomId(u"rid-123"_s));
        QVERIFY(imported.head.contains("X-SeatScope-Import"));
    }

    void importsTheSamplesOfAllKinds()
    {
        for (const QString &name : corpusFiles()) {
            if (!name.endsWith(".json"_L1) || name == "truncated.json"_L1)
                continue;
            QVERIFY(writeFile(m_file, testData(u"corpus/"_s + name)));
            QCOMPARE(run({m_file}), ExitCode::Done);
            QCOMPARE(capturesOf(m_journal).back().body, testData(u"corpus/"_s + name).trimmed());
        }
    }

    void refusesWhatIsInUse()
    {
        QVERIFY(writeFile(m_file, jsonlOf({capture(4)})));
        const auto writer = openWriter(m_journal);
        QVERIFY(writer);
        QCOMPARE(run({m_file}), ExitCode::Failed);
    }

private:
    [[nodiscard]] ExitCode run(const QStringList &inputs) const
    {
        return runImport({m_journal, inputs, nullptr, false, false});
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_journal;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestImportCommand)

#include "tst_importcommand.moc"
