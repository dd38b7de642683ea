// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/journalcheck.h"
#include "model/journal/journallock.h"
#include "model/journal/journalrepair.h"
#include "tests/support/testmain.h"
#include "tests/unit/journal/journaltools.h"

#include <QDir>
#include <QTemporaryDir>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto mayNotWrite = QFile::ReadOwner | QFile::ExeOwner;
constexpr auto mayWrite = mayNotWrite | QFile::WriteOwner;

bool copy(const QString &from, const QString &to)
{
    return QFile::copy(from, to) && QFile::copy(from + u"-wal"_s, to + u"-wal"_s);
}

} // namespace

/// Where the damaged journal is, and who else has it.
class TestRepairInput : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_dir = std::make_unique<QTemporaryDir>();
        m_live = m_dir->filePath(u"live"_s);
        m_output = m_dir->filePath(u"repaired"_s);
        m_writer = openWriter(m_live);
        QVERIFY(m_writer);
        keep(*m_writer, {capture(1), capture(2)});
    }
    void cleanup() { m_writer.reset(); }

    void isNotCopiedWhileItIsWritten()
    {
        const auto refused = repairJournal(m_live, m_output);
        QVERIFY(!refused);
        const QString words = refused.error().message();
        QVERIFY2(words.contains(u"has this journal open"_s), qPrintable(words));
        QVERIFY2(words.contains(u"End it"_s) && !words.contains(u"--journal"_s), qPrintable(words));
        QVERIFY(!QFile::exists(m_output));
        QCOMPARE(QDir(m_dir->path()).entryList({u"*.repair-*"_s}).size(), 0);
        // Whoever reads sees one state.
        QCOMPARE(*checkJournal(m_live), QStringList());
        m_writer.reset();
        const auto repaired = repairJournal(m_live, m_output);
        QVERIFY(repaired);
        QCOMPARE(repaired->whole, 2);
        QVERIFY(!QFile::exists(m_live + u".lock"_s));
        QVERIFY(openWriter(m_live));
    }

    void mayBeWhereNothingCanBeWritten_data()
    {
        QTest::addColumn<bool>("hasLockFile");
        QTest::newRow("never opened there") << false;
        QTest::newRow("a lock that is left over") << true;
    }
    void mayBeWhereNothingCanBeWritten()
    {
        QFETCH(bool, hasLockFile);
        const QString folder = m_dir->filePath(u"folder"_s);
        QVERIFY(QDir().mkdir(folder));
        const QString path = folder + u"/journal"_s;
        QVERIFY(copy(m_live, path));
        QFile left(path + u".lock"_s);
        QVERIFY(!hasLockFile || left.open(QIODevice::WriteOnly));
        left.close();
        QVERIFY(!hasLockFile || left.setPermissions(QFile::ReadOwner));
        QVERIFY(QFile::setPermissions(folder, mayNotWrite));
        const auto repaired = repairJournal(path, m_output);
        QVERIFY(QFile::setPermissions(folder, mayWrite));
        QVERIFY2(repaired.has_value(), qPrintable(repaired ? QString() : repaired.error().message()));
        QCOMPARE(repaired->whole, 2);
    }

    void isRefusedInUseWhereNothingCanBeWritten()
    {
        const auto lock = JournalLock::acquire(m_dir->filePath(u"other"_s));
        QVERIFY(lock);
        QVERIFY(copy(m_live, lock->path()));
        QVERIFY(QFile::setPermissions(lock->path() + u".lock"_s, QFile::ReadOwner));
        const auto refused = repairJournal(lock->path(), m_output);
        QVERIFY(!refused && refused.error().message().contains(u"has this journal open"_s));
    }

    void hasItsLogWhereItReallyIs()
    {
        const QString folder = m_dir->filePath(u"folder"_s);
        QVERIFY(QDir().mkdir(folder));
        QVERIFY(copy(m_live, folder + u"/journal"_s));
        const QString link = m_dir->filePath(u"link"_s);
        QVERIFY(QFile::link(folder + u"/journal"_s, link));
        const auto repaired = repairJournal(link, m_output);
        QVERIFY2(repaired.has_value(), qPrintable(repaired ? QString() : repaired.error().message()));
        QCOMPARE(repaired->whole, 2);
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<JournalWriter> m_writer;
    QString m_live;
    QString m_output;
};

QTEST_GUILESS_MAIN(TestRepairInput)
#include "tst_repairinput.moc"
