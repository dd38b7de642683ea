// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/markcommand.h"
#include "tests/support/testmain.h"
#include "tests/unit/journal/journaltools.h"

#include <QTemporaryDir>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

QStringList arguments(const QStringList &words)
{
    return QStringList{u"seatscope"_s} + words;
}

} // namespace

class TestMarkCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_dir = std::make_unique<QTemporaryDir>();
        m_journal = m_dir->filePath(u"j.seatscope"_s);
        const auto writer = openWriter(m_journal);
        QVERIFY(writer);
        keep(*writer, {capture(1), capture(2), capture(3)});
    }

    void readsItsOptions()
    {
        const auto options =
            parseMark(arguments({u"--journal"_s, u"j"_s, u"3"_s, u"1"_s, u"--note"_s, u"two  words"_s}));
        QVERIFY(options);
        QCOMPARE(options->journal, u"j"_s);
        QCOMPARE(options->sequences, (std::vector{Sequence(3), Sequence(1)}));
        QCOMPARE(options->marks.bookmarked, std::nullopt);
        QCOMPARE(options->marks.note, u"two  words"_s);
        const auto without =
            parseMark(arguments({u"--journal"_s, u"j"_s, u"1"_s, u"--no-bookmark"_s, u"--note"_s, {}}));
        QVERIFY(without);
        QCOMPARE(without->marks.bookmarked, false);
        QCOMPARE(without->marks.note, QString());
    }

    void marksAllOfThem()
    {
        QCOMPARE(run({{}, {Sequence(1), Sequence(3)}, {true, u"look"_s}}), ExitCode::Done);
        QCOMPARE(marks(), u"1 look|0 |1 look"_s);
        // Each by itself, the other stays.
        QCOMPARE(run({{}, {Sequence(3)}, {false, std::nullopt}}), ExitCode::Done);
        QCOMPARE(run({{}, {Sequence(1)}, {std::nullopt, QString()}}), ExitCode::Done);
        QCOMPARE(run({{}, {Sequence(2)}, {std::nullopt, u"late?"_s}}), ExitCode::Done);
        QCOMPARE(marks(), u"1 |0 late?|0 look"_s);
    }

    void marksNoneWhenOneIsNotThere()
    {
        QCOMPARE(run({{}, {Sequence(1), Sequence(4)}, {true, std::nullopt}}), ExitCode::Failed);
        QCOMPARE(marks(), u"0 |0 |0 "_s);
    }

    void makesNoJournal()
    {
        const QString path = m_dir->filePath(u"none"_s);
        QCOMPARE(runMark({path, {Sequence(1)}, {true, std::nullopt}}), ExitCode::Failed);
        QVERIFY(!QFile::exists(path));
    }

    void refusesWhatIsInUse()
    {
        const auto writer = openWriter(m_journal);
        QVERIFY(writer);
        QCOMPARE(run({{}, {Sequence(1)}, {true, std::nullopt}}), ExitCode::Failed);
    }

    void aNoteHasAnEnd()
    {
        const auto writer = openWriter(m_journal);
        QVERIFY(*writer->mark(Sequence(1), {std::nullopt, QString(longestNote, u'x')}));
        const Result<bool> marked = writer->mark(Sequence(2), {std::nullopt, QString(longestNote + 1, u'x')});
        QVERIFY(!marked);
        QVERIFY(marked.error().message().contains(u"4096"_s));
    }

private:
    ExitCode run(MarkOptions options) const
    {
        options.journal = m_journal;
        return runMark(options);
    }

    /// Bookmark and note of each capture.
    [[nodiscard]] QString marks() const
    {
        const Result<JournalConnection> journal = JournalConnection::open(m_journal, JournalConnection::Access::Read);
        Result<SqliteStatement> rows =
            journal->prepare(u"SELECT group_concat(bookmarked || ' ' || note, '|') FROM capture ORDER BY seq"_s);
        return rows->step() == SqliteStatement::Step::Row ? rows->text(0) : QString();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_journal;
};

QTEST_GUILESS_MAIN(TestMarkCommand)

#include "tst_markcommand.moc"
