// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/journalcheck.h"
#include "model/journal/journalreader.h"
#include "tests/support/acknowledgedload.h"
#include "tests/support/program.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <random>
#include <sys/resource.h>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

/// How often each accident happens; SEATSCOPE_DURABILITY_ROUNDS asks for a longer run by hand.
int rounds()
{
    return std::max(10, qEnvironmentVariableIntValue("SEATSCOPE_DURABILITY_ROUNDS"));
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeContent(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

/// The bodies that a journal holds, read by sequence.
QSet<QByteArray> bodiesIn(const QString &path)
{
    QSet<QByteArray> bodies;
    const auto reader = JournalReader::open(path);
    if (!reader)
        return bodies;
    const auto last = (*reader)->lastSequence();
    for (qint64 sequence = 1; last && sequence <= last->value(); ++sequence) {
        const auto capture = (*reader)->capture(Sequence(sequence));
        if (capture && *capture)
            bodies += (*capture)->body;
    }
    return bodies;
}

/// SQLite's log starts with a head of 32 bytes, whose salts (bytes 16 to 23) change whenever the log is begun anew
/// (https://www.sqlite.org/fileformat2.html#walformat).
QByteArray saltsOf(const QByteArray &log)
{
    return log.mid(16, 8);
}

/// How far checkpoints have tried to move the log to the journal, in frames: nBackfillAttempted of the log's index
/// (https://www.sqlite.org/walformat.html#the_wal_index_header).
QByteArray movedOf(const QString &path)
{
    return contentOf(path + u"-shm"_s).mid(128, 4);
}

/// What a power cut leaves of a journal.
struct Wreck {
    QByteArray journal;
    QByteArray log;
    qsizetype synced = 0; ///< bytes of the log that were there before it all began: these are on the disk for certain
};

/// Copies journal and log while they are written, as they could be on the disk after a power cut at one moment.
///
/// Two files are not copied in one moment, and a checkpoint may move pages from the log to the journal between the
/// copies. So the log is copied before and after the journal. Has it not begun anew (its salts are the same) and no
/// checkpoint gone further meanwhile, then every page of the journal that is newer than the others has come from the
/// part of the log that both copies share; that part had been synced, because SQLite syncs the log before it moves a
/// page. What only the second copy has was being written: a disk may have any of it or nothing. Is it otherwise, the
/// copies are taken again.
Wreck copyOf(const QString &path)
{
    for (;;) {
        const QByteArray moved = movedOf(path);
        const QByteArray before = contentOf(path + u"-wal"_s);
        const QByteArray journal = contentOf(path);
        const QByteArray after = contentOf(path + u"-wal"_s);
        if (before.size() < 32 || saltsOf(before) != saltsOf(after) || moved != movedOf(path))
            continue;
        const auto shared = std::ranges::mismatch(before, after).in1 - before.begin();
        return {journal, after, static_cast<qsizetype>(shared)};
    }
}

/// Limits the size of the files that \a process may write: what a full disk does to it, without one.
bool limitFileSize(const QProcess &process, rlim_t bytes)
{
    const rlimit limit{bytes, RLIM_INFINITY};
    return prlimit(static_cast<pid_t>(process.processId()), RLIMIT_FSIZE, &limit, nullptr) == 0;
}

QString lostIn(const QSet<QByteArray> &acknowledged, const QSet<QByteArray> &kept)
{
    const qsizetype lost = (acknowledged - kept).size();
    return lost == 0 ? QString() : u"%1 of %2 lost"_s.arg(lost).arg(acknowledged.size());
}

QString problemsOf(const QString &path)
{
    const auto problems = checkJournal(path);
    return problems ? problems->join(u'\n') : problems.error().message();
}

} // namespace

class TestDurability : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_dir = std::make_unique<QTemporaryDir>();
        m_journal = m_dir->filePath(u"j.seatscope"_s);
    }

    /// Nothing acknowledged before a copy began may miss in it. The end of the log, which was not synced yet, is cut
    /// off at a random byte or has random bytes, as sectors that were not written. Retention runs meanwhile in some
    /// rounds.
    void survivesPowerCuts()
    {
        std::mt19937 random(1);
        ServeProgram serve(m_journal);
        QVERIFY(!serve.url().isEmpty());
        AcknowledgedLoad load(serve.url(), 1);
        load.start();
        qsizetype checked = 0;
        for (int round = 0; round < rounds(); ++round) {
            const qsizetype wanted = load.acknowledged().size() + 30 + static_cast<qsizetype>(random() % 60);
            QTRY_VERIFY_WITH_TIMEOUT(load.acknowledged().size() >= wanted, 30'000);
            const QSet<QByteArray> acknowledged = load.acknowledged();
            Wreck wreck = copyOf(m_journal);
            const qsizetype rest = wreck.log.size() - wreck.synced;
            const qsizetype torn = wreck.synced + static_cast<qsizetype>(random()) % (rest + 1);
            if (round % 2 == 0) {
                wreck.log.truncate(torn);
            } else {
                for (qsizetype i = torn; i < wreck.log.size(); ++i)
                    wreck.log[i] = static_cast<char>(random());
            }
            const QString copy = m_dir->filePath(u"copy%1"_s.arg(round));
            QVERIFY(writeContent(copy, wreck.journal) && writeContent(copy + u"-wal"_s, wreck.log));
            QCOMPARE(problemsOf(copy), QString());
            QCOMPARE(lostIn(acknowledged, bodiesIn(copy)), QString());
            checked += acknowledged.size();
            QVERIFY(QFile::remove(copy));
            QFile::remove(copy + u"-wal"_s);
            QFile::remove(copy + u"-shm"_s);
        }
        load.stop();
        QCOMPARE(serve.terminate(), 0);
        QCOMPARE(problemsOf(m_journal), QString());
        QVERIFY(checked > 0);
    }

    /// The file may not grow for a while: what comes meanwhile is refused, what was acknowledged stays, and receiving
    /// goes on by itself. Some rounds end in a kill while the disk is full.
    void survivesFullDisks()
    {
        std::mt19937 random(2);
        QSet<QByteArray> acknowledged;
        for (int round = 0; round < rounds(); ++round) {
            ServeProgram serve(m_journal);
            QVERIFY(!serve.url().isEmpty());
            AcknowledgedLoad load(serve.url(), round);
            load.start();
            QTRY_VERIFY_WITH_TIMEOUT(load.acknowledged().size() >= 30, 30'000);
            const qint64 written = QFile(m_journal + u"-wal"_s).size();
            QVERIFY(limitFileSize(serve.process(), static_cast<rlim_t>(written) + random() % 100'000));
            QTRY_VERIFY_WITH_TIMEOUT(load.refused() >= 5, 30'000);
            if (round % 3 != 0) {
                QVERIFY(limitFileSize(serve.process(), RLIM_INFINITY));
                const qsizetype resumed = load.acknowledged().size() + 30;
                QTRY_VERIFY_WITH_TIMEOUT(load.acknowledged().size() >= resumed, 30'000);
            }
            serve.kill();
            load.stop();
            acknowledged += load.acknowledged();
        }
        QCOMPARE(problemsOf(m_journal), QString());
        QCOMPARE(lostIn(acknowledged, bodiesIn(m_journal)), QString());
    }

    /// While captures come, others go: a small limit, so that removals run all the time.
    void survivesKillsDuringRetention()
    {
        for (int round = 0; round < rounds(); ++round) {
            ServeProgram serve(m_journal, {u"--keep"_s, u"50"_s});
            QVERIFY(!serve.url().isEmpty());
            AcknowledgedLoad load(serve.url(), round);
            load.start();
            QTRY_VERIFY_WITH_TIMEOUT(load.acknowledged().size() >= 100 + round, 30'000);
            serve.kill();
            load.stop();
            QCOMPARE(problemsOf(m_journal), QString());
            const auto usage = (*JournalReader::open(m_journal))->usage();
            // What came between the last look at the limits and the end may be beyond them.
            QVERIFY2(usage && usage->captures >= 40 && usage->captures <= 150,
                     qPrintable(QString::number(usage->captures)));
        }
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_journal;
};

QTEST_GUILESS_MAIN(TestDurability)
#include "tst_durability.moc"
