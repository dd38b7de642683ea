// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/journalcheck.h"
#include "model/journal/journallock.h"
#include "model/journal/journalrepair.h"
#include "tests/support/testmain.h"
#include "tests/unit/journal/journaltools.h"

#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <QTemporaryDir>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

/// The permissions of a file in octal, empty when there is none.
QString modeOf(const QString &path)
{
    struct stat found {};
    return ::stat(QFile::encodeName(path).constData(), &found) == 0 ? QString::number(found.st_mode & 0777, 8)
                                                                    : QString();
}

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

} // namespace

/// What lies on the disk: the journal's file, its log and its lock.
class TestJournalFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(u"j.seatscope"_s);
        m_lock = m_path + u".lock"_s;
    }

    void onlyItsOwnerMayReadIt()
    {
        const mode_t former = ::umask(S_IWGRP | S_IWOTH);
        const auto restore = qScopeGuard([former] { ::umask(former); });
        auto writer = openWriter(m_path);
        QVERIFY(writer);
        keep(*writer, {capture(1)});
        for (const QString &end : {u""_s, u"-wal"_s, u"-shm"_s, u".lock"_s})
            QCOMPARE(QString(end % modeOf(m_path + end)), QString(end % u"600"_s));
        writer.reset();
        const QString output = m_dir->filePath(u"repaired"_s);
        QVERIFY(repairJournal(m_path, output));
        QCOMPARE(modeOf(output), u"600"_s);
    }

    void leavesTheModeOfAnExistingFile()
    {
        QVERIFY(openWriter(m_path));
        QVERIFY(::chmod(QFile::encodeName(m_path).constData(), 0640) == 0);
        const auto writer = openWriter(m_path);
        QVERIFY(writer);
        keep(*writer, {capture(1)});
        QCOMPARE(modeOf(m_path), u"640"_s);
        QCOMPARE(modeOf(m_path + u"-wal"_s), u"640"_s);
    }

    void aFileThatIsLeftOverLocksNothing_data()
    {
        QTest::addColumn<QByteArray>("content");
        // A full disk leaves it empty; in a container the dead process had the number of the one that starts.
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("names a process that lives") << QByteArray::number(qint64{::getpid()}) + '\n';
        QTest::newRow("names the process above") << QByteArray::number(qint64{::getppid()}) + "\n\n\n";
        QTest::newRow("rubbish") << QByteArray(10'000, '\xff');
    }
    void aFileThatIsLeftOverLocksNothing()
    {
        QFETCH(QByteArray, content);
        QVERIFY(write(m_lock, content));
        auto writer = openWriter(m_path);
        QVERIFY(writer);
        QFile lock(m_lock);
        QVERIFY(lock.open(QIODevice::ReadOnly));
        QCOMPARE(lock.readAll(), QByteArray::number(qint64{::getpid()}) + '\n');
        writer.reset();
        QVERIFY(!QFile::exists(m_lock));
    }

    void namesWhoHasTheLock_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("words");
        const QString process = u"another SeatScope (process %1) has"_s.arg(::getppid());
        QTest::newRow("a process") << QByteArray::number(qint64{::getppid()}) + '\n' << process;
        QTest::newRow("no such process") << QByteArray("2147483646\n") << u"another SeatScope has"_s;
        QTest::newRow("a group of processes") << QByteArray("-1\n") << u"another SeatScope has"_s;
        QTest::newRow("nothing") << QByteArray() << u"another SeatScope has"_s;
    }
    void namesWhoHasTheLock()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, words);
        QVERIFY(write(m_lock, content));
        const int other = ::open(QFile::encodeName(m_lock).constData(), O_RDWR | O_CLOEXEC);
        const auto close = qScopeGuard([other] { ::close(other); });
        QVERIFY(::flock(other, LOCK_EX | LOCK_NB) == 0);
        const auto refused = JournalWriter::open(m_path);
        QVERIFY(!refused);
        QVERIFY2(refused.error().message().contains(words), qPrintable(refused.error().message()));
        QVERIFY(!QFile::exists(m_path));
        QVERIFY(::flock(other, LOCK_UN) == 0);
        QVERIFY(openWriter(m_path));
    }

    void doesNotFollowALinkInPlaceOfTheLock()
    {
        const QString mine = m_dir->filePath(u"mine"_s);
        QVERIFY(write(mine, "precious") && QFile::link(mine, m_lock));
        QVERIFY(!JournalWriter::open(m_path));
        QCOMPARE(QFileInfo(mine).size(), 8);
    }

    /// Before the first release format 2 was written with other indexes and another tally.
    void theLogGetsSmallAgain()
    {
        constexpr qint64 most = 16 * 1024 * 1024;
        const auto writer = openWriter(m_path);
        keep(*writer, {capture(1)});
        const auto reader = JournalConnection::open(m_path, JournalConnection::Access::Read);
        QVERIFY(reader && reader->run(u"BEGIN; SELECT count(*) FROM capture"_s));
        const QByteArray body(1'000'000, 'x');
        for (qint64 i = 2; i <= 30; ++i)
            keep(*writer, {capture(i, u"r"_s, i, body)});
        QVERIFY(QFileInfo(m_path + u"-wal"_s).size() > most);
        QVERIFY(reader->run(u"COMMIT"_s));
        for (qint64 i = 31; i <= 34; ++i)
            keep(*writer, {capture(i, u"r"_s, i, body)});
        const qint64 size = QFileInfo(m_path + u"-wal"_s).size();
        QVERIFY2(size <= most, qPrintable(QString::number(size)));
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
    QString m_lock;
};

QTEST_GUILESS_MAIN(TestJournalFile)
#include "tst_journalfile.moc"
