// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/journalcheck.h"
#include "model/journal/journalreader.h"
#include "model/journal/journalwriter.h"
#include "tests/support/acknowledgedload.h"
#include "tests/support/program.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QScopeGuard>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <random>
#include <sched.h>
#include <span>
#include <sys/mount.h>
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

/// Captures that are bookmarked while kills and removals go on.
constexpr int bookmarks = 10;
/// So many captures one of the journals keeps whose power is cut.
constexpr qsizetype keptBeforeCuts = 400;

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

/// Makes \a copy what a power cut leaves of the journal \a path, with its log torn or spoilt at its end.
bool cutPower(const QString &path, const QString &copy, bool torn, std::mt19937 &random)
{
    Wreck wreck = copyOf(path);
    const qsizetype rest = wreck.log.size() - wreck.synced;
    const qsizetype from = wreck.synced + static_cast<qsizetype>(random()) % (rest + 1);
    if (torn)
        wreck.log.truncate(from);
    for (qsizetype i = from; i < wreck.log.size(); ++i)
        wreck.log[i] = static_cast<char>(random());
    return writeContent(copy, wreck.journal) && writeContent(copy + u"-wal"_s, wreck.log);
}

/// Limits the size of the files that \a process may write: what a full disk does to it, without one.
bool limitFileSize(const QProcess &process, rlim_t bytes)
{
    const rlimit limit{bytes, RLIM_INFINITY};
    return prlimit(static_cast<pid_t>(process.processId()), RLIMIT_FSIZE, &limit, nullptr) == 0;
}

/// Mounts a small disk on the folder \a path, which this process and its children alone see.
bool mountDisk(const QString &path)
{
    return ::unshare(CLONE_NEWNS) == 0 && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
           ::mount("tmpfs", QFile::encodeName(path).constData(), "tmpfs", 0, "size=8m") == 0;
}

/// Writes until the disk has no more room.
bool fillDisk(const QString &path)
{
    QFile filler(path + u"/filler"_s);
    if (!filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return false;
    for (const qsizetype size : {65'536, 4096, 1}) {
        const QByteArray piece(size, 'x');
        while (filler.write(piece) == size) {
        }
    }
    return true;
}

QString lostIn(const QSet<QByteArray> &acknowledged, const QSet<QByteArray> &kept)
{
    const qsizetype lost = (acknowledged - kept).size();
    return lost == 0 ? QString() : u"%1 of %2 lost"_s.arg(lost).arg(acknowledged.size());
}

/// The number of the load that a body is from, and the body's own among those of that load.
qint64 markOf(const QByteArray &body)
{
    return QJsonDocument::fromJson(body)[u"mark"].toInteger(-1);
}

qint64 numberOf(const QByteArray &body)
{
    return QJsonDocument::fromJson(body)[u"n"].toInteger(-1);
}

/// Which of the bodies that were acknowledged are gone, although retention takes only what is older than everything
/// that it leaves. Requests on several connections are taken in not quite in the order in which they were sent.
QString wronglyGone(const QSet<QByteArray> &acknowledged, const QSet<QByteArray> &kept)
{
    constexpr qint64 disorder = 40;
    const auto oldest = std::ranges::min_element(kept, {}, numberOf);
    if (oldest == kept.end())
        return u"nothing is kept"_s;
    QStringList gone;
    for (const QByteArray &body : acknowledged - kept) {
        if (numberOf(body) >= numberOf(*oldest) + disorder)
            gone += QString::fromUtf8(body);
    }
    return gone.join(u' ');
}

/// Whether what is kept is all that came last, without gaps; bookmarked captures besides.
bool isWithoutGaps(const QString &path, const QSet<qint64> &bookmarked)
{
    const auto ranges = (*JournalReader::open(path))->keptRanges();
    if (!ranges || ranges->empty())
        return false;
    qint64 outside = 0;
    for (const SequenceRange &range : std::span(*ranges).first(ranges->size() - 1)) {
        for (qint64 sequence = range.first.value(); sequence <= range.last.value(); ++sequence)
            outside += bookmarked.contains(sequence) ? 0 : 1;
    }
    return outside == 0;
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
    /// off at a random byte or has random bytes, as sectors that were not written. There are two programs with a
    /// journal each: of every second one that is cut, retention has taken the oldest captures and nothing else.
    void survivesPowerCuts()
    {
        std::mt19937 random(1);
        const std::array journals{m_journal, QString(m_journal + u".small"_s)};
        ServeProgram plain(journals[0]);
        ServeProgram small(journals[1], {u"--keep"_s, QString::number(keptBeforeCuts)});
        QVERIFY(!plain.url().isEmpty() && !small.url().isEmpty());
        std::array<AcknowledgedLoad, 2> loads{AcknowledgedLoad(plain.url(), 1), AcknowledgedLoad(small.url(), 2)};
        loads[0].start();
        loads[1].start();
        QTRY_VERIFY_WITH_TIMEOUT(loads[1].acknowledged().size() > keptBeforeCuts + 100, 60'000);
        for (size_t round = 0; round < 2 * static_cast<size_t>(rounds()); ++round) {
            const size_t which = round % 2;
            const qsizetype wanted = loads[which].acknowledged().size() + 30 + static_cast<qsizetype>(random() % 60);
            QTRY_VERIFY_WITH_TIMEOUT(loads[which].acknowledged().size() >= wanted, 30'000);
            const QSet<QByteArray> acknowledged = loads[which].acknowledged();
            const QString copy = m_dir->filePath(u"copy%1"_s.arg(round));
            QVERIFY(cutPower(journals[which], copy, round % 4 < 2, random));
            QCOMPARE(problemsOf(copy), QString());
            const QSet<QByteArray> kept = bodiesIn(copy);
            if (which == 0) {
                QCOMPARE(lostIn(acknowledged, kept), QString());
            } else {
                QVERIFY(!(acknowledged - kept).isEmpty());
                QCOMPARE(wronglyGone(acknowledged, kept), QString());
                QVERIFY(isWithoutGaps(copy, {}));
            }
            for (const QString &end : {u""_s, u"-wal"_s, u"-shm"_s})
                QFile::remove(copy + end);
        }
        loads[0].stop();
        loads[1].stop();
        QCOMPARE(plain.terminate(), 0);
        QCOMPARE(small.terminate(), 0);
        QCOMPARE(problemsOf(journals[0]), QString());
        QCOMPARE(problemsOf(journals[1]), QString());
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

    /// A process that is killed on a full disk leaves files that the next one must get along with, without room.
    void startsOnAFullDisk()
    {
        const QString disk = m_dir->filePath(u"disk"_s);
        QVERIFY(QDir().mkdir(disk));
        if (!mountDisk(disk))
            QSKIP("Only root may mount the small disk that this test fills.");
        const auto unmount = qScopeGuard([&disk] { ::umount2(QFile::encodeName(disk).constData(), MNT_DETACH); });
        m_journal = disk + u"/j.seatscope"_s;
        QSet<QByteArray> acknowledged;
        for (int round = 0; round < 4; ++round) {
            ServeProgram serve(m_journal);
            QVERIFY2(!serve.url().isEmpty(), qPrintable(u"round %1"_s.arg(round)));
            AcknowledgedLoad load(serve.url(), round);
            load.start();
            if (round == 0) {
                QTRY_VERIFY_WITH_TIMEOUT(load.acknowledged().size() >= 30, 30'000);
                QVERIFY(fillDisk(disk));
            }
            QTRY_VERIFY_WITH_TIMEOUT(load.refused() >= 5, 30'000);
            if (round == 3) {
                QVERIFY(QFile::remove(disk + u"/filler"_s));
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

    /// While captures come, others go: a small limit, so that removals run all the time. Some of the oldest captures
    /// are bookmarked between the kills.
    void survivesKillsDuringRetention()
    {
        QHash<qint64, QByteArray> bookmarked;
        for (int round = 0; round < rounds(); ++round) {
            ServeProgram serve(m_journal, {u"--keep"_s, u"100"_s});
            QVERIFY(!serve.url().isEmpty());
            AcknowledgedLoad load(serve.url(), round);
            load.start();
            QTRY_VERIFY_WITH_TIMEOUT(load.acknowledged().size() >= 200 + round, 30'000);
            serve.kill();
            load.stop();
            QCOMPARE(problemsOf(m_journal), QString());
            const auto reader = JournalReader::open(m_journal);
            const auto usage = (*reader)->usage();
            // What came between the last look at the limits and the end may be beyond them.
            QVERIFY2(usage && usage->captures >= 90 && usage->captures <= 200,
                     qPrintable(QString::number(usage->captures)));
            const QList<qint64> marks = bookmarked.keys();
            QVERIFY(isWithoutGaps(m_journal, QSet<qint64>(marks.begin(), marks.end())));
            for (const auto &[sequence, body] : bookmarked.asKeyValueRange()) {
                const auto capture = (*reader)->capture(Sequence(sequence));
                QVERIFY(capture && *capture && (*capture)->body == body);
            }
            QSet<QByteArray> kept = bodiesIn(m_journal);
            kept.subtract(QSet<QByteArray>(bookmarked.cbegin(), bookmarked.cend()));
            kept.removeIf([round](const QByteArray &body) { return markOf(body) != round; });
            QCOMPARE(wronglyGone(load.acknowledged(), kept), QString());
            if (round < bookmarks) {
                const Sequence oldest = (*reader)->keptRanges()->back().first;
                bookmarked.insert(oldest.value(), (*(*reader)->capture(oldest))->body);
                QVERIFY((*JournalWriter::open(m_journal))->mark(oldest, {true, {}}));
            }
        }
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_journal;
};

QTEST_GUILESS_MAIN(TestDurability)
#include "tst_durability.moc"
