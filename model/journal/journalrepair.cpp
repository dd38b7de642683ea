// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/journalrepair.h"

#include "model/journal/journalconnection.h"
#include "model/journal/journallock.h"
#include "model/journal/journalschema.h"
#include "model/journal/journalwriter.h"
#include "model/journal/logfold.h"
#include "model/journal/lostcolumns.h"
#include "model/journal/pagefile.h"
#include "model/journal/pagescan.h"
#include "model/journal/salvagedtable.h"
#include "model/journal/summarycolumns.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <limits>
#include <unistd.h>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

struct JournalText {
    Q_DECLARE_TR_FUNCTIONS(seatscope::Journal)
};

/// Captures that are written in one transaction.
constexpr int batchSize = 1000;
/// Sequences that are looked for one by one at least; more in large files, see SalvageCursor.
constexpr qint64 leastPatience = 200'000;
/// The least that a capture takes in a file, bytes.
constexpr qint64 leastCapture = 64;

/// A repair that runs.
class Repair {
public:
    /// \a tallied: the last sequence that the journal noted; 0 when that cannot be read.
    Repair(SalvagedTable captures, SalvagedTable contents, Sequence tallied, JournalWriter &writer)
        : m_captures(std::move(captures)),
          m_contents(std::move(contents)),
          m_tallied(tallied),
          m_writer(writer)
    {
    }

    [[nodiscard]] Result<RepairReport> run()
    {
        Result<void> done = m_writer.begin();
        bool hasCapture = m_captures.next();
        bool hasContent = m_contents.next();
        while (done && (hasCapture || hasContent)) {
            const bool useCapture = hasCapture && (!hasContent || m_captures.sequence() <= m_contents.sequence());
            const bool useContent = hasContent && (!hasCapture || m_contents.sequence() <= m_captures.sequence());
            done = save(useCapture, useContent);
            if (useCapture)
                hasCapture = m_captures.next();
            if (useContent)
                hasContent = m_contents.next();
        }
        done = done.and_then([this] { return m_writer.commit(); });
        if (!done)
            return tl::unexpected<Error>(done.error());
        noteMissing();
        return m_report;
    }

private:
    [[nodiscard]] Result<void> save(bool hasColumns, bool hasBytes)
    {
        Capture capture;
        QString note;
        bool isBookmarked = false;
        if (hasBytes) {
            capture.head = m_contents.row().bytes(1);
            capture.body = m_contents.row().bytes(2);
        }
        if (hasColumns) {
            capture.summary = markedSummaryOf(m_captures.row());
            if (!verdictFromNumber(static_cast<int>(m_captures.row().integer(summaryVerdictColumn))))
                capture.summary.ruling = lostRuling();
            const bool isUnanswered = capture.summary.status == 0 && capture.summary.flags.testFlag(CaptureFlag::Sent);
            if (!isUnanswered && (capture.summary.status < 100 || capture.summary.status > 599))
                capture.summary.status = httpStatus(capture.summary.ruling);
            isBookmarked = capture.summary.bookmarked;
            note = capture.summary.note;
        } else {
            capture.summary = summaryOfBytes(capture, m_arrival);
        }
        capture.summary.sequence = hasColumns ? m_captures.sequence() : m_contents.sequence();
        capture.summary.bodySize = capture.body.size();
        m_arrival = capture.summary.receivedAt;
        if (hasColumns && hasBytes)
            ++m_report.whole;
        else if (hasColumns)
            addNote(note, JournalText::tr("Head and body were lost in a damaged journal."), m_report.withoutBytes);
        else
            addNote(
                note,
                JournalText::tr("Decoded again from a damaged journal. When it came and whether it was accepted is not"
                                " known: it changes no room."),
                m_report.withoutColumns);
        return append(capture, isBookmarked, note);
    }

    static void addNote(QString &note, const QString &words, qint64 &count)
    {
        note += (note.isEmpty() ? u""_s : u"\n"_s) + words;
        ++count;
    }

    [[nodiscard]] Result<void> append(const Capture &capture, bool isBookmarked, const QString &note)
    {
        Result<void> done = m_writer.append(capture);
        if (done && (isBookmarked || !note.isEmpty()))
            done = m_writer.mark(capture.summary.sequence, {isBookmarked, note.left(longestNote)}).map([](bool) {});
        m_saved.add(capture.summary.sequence, false);
        if (done && ++m_inBatch >= batchSize) {
            m_inBatch = 0;
            done = m_writer.commit().and_then([this] { return m_writer.begin(); });
        }
        return done;
    }

    /// What neither table could give. Only between sequences that were seen: what came before them may have been
    /// removed, and what would come after them may never have been.
    void noteMissing()
    {
        const std::vector<SequenceRange> &saved = m_saved.ranges;
        if (saved.empty())
            return;
        const SequenceRange seen{saved.front().first, std::max(saved.back().last, m_tallied)};
        std::vector<SequenceRange> unreadable = m_captures.unreadable();
        const std::vector<SequenceRange> more = m_contents.unreadable();
        unreadable.insert(unreadable.end(), more.begin(), more.end());
        // Where there is no tree, what is not there cannot be told from what was removed.
        if (!m_captures.hasTree() && !m_contents.hasTree())
            unreadable = {seen};
        std::ranges::sort(unreadable, {}, &SequenceRange::first);
        auto there = saved.begin();
        Sequence from = seen.first;
        for (const SequenceRange &range : unreadable) {
            from = std::max(from, range.first);
            const Sequence last = std::min(range.last, seen.last);
            while (from <= last) {
                while (there != saved.end() && there->last < from)
                    ++there;
                const bool isLast = there == saved.end() || there->first > last;
                if (isLast || from < there->first)
                    m_report.missing.push_back({from, isLast ? last : Sequence(there->first.value() - 1)});
                from = isLast ? seatscope::next(last) : seatscope::next(there->last);
            }
        }
    }

    SalvagedTable m_captures;
    SalvagedTable m_contents;
    Sequence m_tallied;
    JournalWriter &m_writer;
    RepairReport m_report;
    Removal m_saved;       ///< its ranges are what is in the new journal
    ArrivalTime m_arrival; ///< of the capture before
    int m_inBatch = 0;
};

Result<void> copyFile(const QString &from, const QString &to)
{
    QFile file(from);
    if (!file.copy(to))
        return failure(JournalText::tr("the journal cannot be copied (%1)").arg(file.errorString()), from,
                       JournalText::tr("Check that it may be read and that there is room beside the output."));
    return {};
}

/// Copies the journal \a path with its log, which is beside the file itself, also where \a path is a link to it.
Result<void> copyJournal(const QString &path, const QString &copy, const QString &log)
{
    const Result<JournalLock> lock = JournalLock::acquireForCopy(path);
    if (!lock)
        return tl::unexpected<Error>(lock.error());
    Result<void> copied = copyFile(lock->path(), copy);
    if (copied && QFileInfo::exists(lock->path() + u"-wal"_s))
        copied = copyFile(lock->path() + u"-wal"_s, log);
    return copied;
}

/// A journal, and cursors through its two tables as far as they can be opened.
struct Source {
    std::optional<JournalConnection> connection;
    std::optional<SalvageCursor> captures;
    std::optional<SalvageCursor> contents;
    Sequence tallied;     ///< 0 when the tally cannot be read
    bool isSound = false; ///< SQLite finds nothing wrong

    [[nodiscard]] bool isEmpty() const { return !captures && !contents; }
};

void openCursors(Source &source, qint64 version, SalvageCursor::Bounds bounds)
{
    // Where pages are mixed up, rows of another table may come.
    const QString marks = version < 2 ? u", 0, ''"_s : u", bookmarked, note"_s;
    const QString origin = version < 4 ? u", NULL"_s : u", origin"_s;
    Result<SalvageCursor> captures = SalvageCursor::open(
        *source.connection, u"capture"_s, QString(summaryColumns).mid(5) + marks + origin,
        u"typeof(received_us) = 'integer' AND typeof(target) = 'blob' AND typeof(peer) = 'text'"_s, bounds);
    if (captures)
        source.captures = std::move(*captures);
    Result<SalvageCursor> contents = SalvageCursor::open(*source.connection, u"content"_s, u"head, body"_s,
                                                         u"typeof(head) = 'blob' AND typeof(body) = 'blob'"_s, bounds);
    if (contents)
        source.contents = std::move(*contents);
}

/// What SQLite can still find in \a copy. Nothing where the schema is not a journal's: then its pages alone are read.
Source openTrees(const QString &copy)
{
    Source trees;
    Result<JournalConnection> damaged = JournalConnection::openUnchecked(copy);
    const qint64 version = damaged ? damaged->number(u"PRAGMA user_version"_s).value_or(0) : 0;
    if (version < 1 || version > journalVersion || !damaged->checkSchema(version))
        return trees;
    trees.connection = std::move(*damaged);
    const JournalConnection &journal = *trees.connection;
    const qint64 size = QFileInfo(copy).size();
    const qint64 tallied = journal.number(u"SELECT last_seq FROM tally"_s).value_or(0);
    const qint64 last = journal.number(u"SELECT seq FROM content ORDER BY seq DESC LIMIT 1"_s).value_or(0);
    // Captures that came after the tally was written are some thousand.
    const qint64 bound = std::max(tallied > 0 ? tallied + size / leastCapture : highestSequence, last);
    openCursors(trees, version, {std::min(bound, highestSequence), std::max(leastPatience, size / leastCapture)});
    trees.tallied = Sequence(tallied);
    Result<SqliteStatement> check = journal.prepare(u"PRAGMA integrity_check(1)"_s);
    trees.isSound =
        !trees.isEmpty() && check && check->step() == SqliteStatement::Step::Row && check->text(0) == "ok"_L1;
    return trees;
}

/// The highest sequence that rows found in pages may have. The number of a row may be damaged as anything else, and one
/// that is too high would be the number from which the journal goes on: so it must not be far beyond the tally, and
/// beyond the last sequence that both tables have, or where none is in both, the middle one.
qint64 highestFound(const JournalConnection &found, Sequence tallied, qint64 size)
{
    const qint64 paired =
        found.number(u"SELECT seq FROM capture JOIN content USING(seq) ORDER BY seq DESC LIMIT 1"_s).value_or(0);
    const auto middle = [&found](const QString &table) {
        const QString rows = u" FROM "_s + table;
        return found
            .number(u"SELECT seq"_s + rows + u" ORDER BY seq LIMIT 1 OFFSET (SELECT count(*) / 2"_s + rows + u")"_s)
            .value_or(0);
    };
    const qint64 anchor = paired > 0 ? paired : std::max(middle(u"capture"_s), middle(u"content"_s));
    return std::min(std::max(anchor, tallied.value()) + size / leastCapture, highestSequence);
}

/// What is known of a copy that is ready to be read.
struct Prepared {
    QString scanned;                  ///< the file whose pages may have more than the copy's trees
    std::vector<qsizetype> pageSizes; ///< the best first
    LoosePages loose;                 ///< pages of which other images are in that file
    FoldedLog log;
};

/// Brings the log of \a folder into its copy, and makes the header one that SQLite does not reject for the size of the
/// file.
Result<Prepared> prepareCopy(const QTemporaryDir &folder)
{
    const QString copy = folder.filePath(u"damaged"_s);
    const FoldTargets targets{copy, folder.filePath(u"later"_s), folder.filePath(u"loose"_s)};
    const Result<FoldedLog> logged = foldLog(folder.filePath(u"log"_s), targets);
    if (!logged)
        return tl::unexpected<Error>(logged.error());
    QFile file(copy);
    if (!file.open(QIODevice::ReadWrite))
        return failure(JournalText::tr("the journal's copy cannot be opened (%1)").arg(file.errorString()), copy);
    const FileHeader header = fileHeader(file.peek(100));
    if (header.applicationId == journalApplicationId && header.userVersion > journalVersion)
        return JournalConnection::newerVersion(header.userVersion, {});
    // All is in one file now (18, 19: 1), which has as many pages as it is long (28: 0): section 1.3 of the format.
    const bool isWritten = !header.isSqlite || (file.seek(18) && file.write("\1\1", 2) == 2 && file.seek(28) &&
                                                file.write(QByteArray(4, '\0')) == 4 && file.flush());
    if (!isWritten)
        return failure(JournalText::tr("the journal's copy cannot be written (%1)").arg(file.errorString()), copy);
    Prepared prepared{logged->isDamaged ? targets.later : copy, {}, {targets.loose, logged->pageSize}, *logged};
    for (const qsizetype size : {header.pageSize, logged->pageSize, journalPageSize}) {
        if (size != 0 && std::ranges::find(prepared.pageSizes, size) == prepared.pageSizes.end())
            prepared.pageSizes.push_back(size);
    }
    return prepared;
}

/// What the pages that are to be scanned have; \a path is where it is put.
Result<Source> openPages(const Prepared &prepared, Sequence tallied, const QString &path)
{
    Result<JournalConnection> found = JournalConnection::open(path, JournalConnection::Access::Write);
    if (!found)
        return tl::unexpected<Error>(found.error());
    Result<void> done = found->run(u"PRAGMA synchronous=OFF; PRAGMA journal_mode=DELETE"_s).and_then([&] {
        return scanPages(prepared.scanned, prepared.pageSizes, prepared.loose, *found);
    });
    if (!done)
        return tl::unexpected<Error>(done.error());
    Source pages;
    pages.connection = std::move(*found);
    openCursors(pages, journalVersion,
                {highestFound(*pages.connection, tallied, QFileInfo(prepared.scanned).size()), 0});
    return pages;
}

/// Saves what \a folder's file "damaged" has, with its log "log", into "repaired".
Result<RepairReport> salvage(const QTemporaryDir &folder)
{
    const QString copy = folder.filePath(u"damaged"_s);
    const Result<Prepared> prepared = prepareCopy(folder);
    if (!prepared)
        return tl::unexpected<Error>(prepared.error());
    Source trees = openTrees(copy);
    const bool isSound = trees.isSound && !prepared->log.isDamaged;
    Result<Source> pages = isSound ? Source() : openPages(*prepared, trees.tallied, folder.filePath(u"found"_s));
    if (!pages)
        return tl::unexpected<Error>(pages.error());
    const bool hasTrees = !trees.isEmpty();
    Result<std::unique_ptr<JournalWriter>> writer = JournalWriter::open(folder.filePath(u"repaired"_s));
    if (!writer)
        return tl::unexpected<Error>(writer.error());
    if (Result<void> quick = (*writer)->forgoDurability(); !quick)
        return tl::unexpected<Error>(quick.error());
    Result<RepairReport> report =
        Repair({std::move(trees.captures), std::move(pages->captures)},
               {std::move(trees.contents), std::move(pages->contents)}, trees.tallied, **writer)
            .run();
    if (report && !hasTrees && report->whole + report->withoutBytes + report->withoutColumns == 0)
        return failure(JournalText::tr("nothing can be saved: there are no captures in what can be read"), {},
                       JournalText::tr("Restore an older copy of the journal."));
    if (report)
        report->skippedFrames = prepared->log.skipped;
    return report;
}

/// Puts \a from on the disk for good and gives it its name \a to.
Result<void> publish(const QString &from, const QString &to)
{
    QFile file(from);
    const bool isOnDisk = file.open(QIODevice::ReadWrite) && ::fsync(file.handle()) == 0;
    file.close();
    if (!isOnDisk || QFileInfo::exists(to) || !QFile::rename(from, to))
        return failure(JournalText::tr("the repaired journal cannot be written"), to,
                       JournalText::tr("Check that there is room and that no such file exists."));
    return {};
}

} // namespace

Result<RepairReport> repairJournal(const QString &input, const QString &output)
{
    if (!QFileInfo::exists(input))
        return failure(JournalText::tr("there is no such journal"), input, JournalText::tr("Check the name."));
    if (QFileInfo::exists(output))
        return failure(JournalText::tr("the output exists already"), output, JournalText::tr("Name a new file."));
    const QTemporaryDir folder(output + u".repair-XXXXXX"_s);
    if (!folder.isValid())
        return failure(JournalText::tr("the output's folder cannot be written (%1)").arg(folder.errorString()), output,
                       JournalText::tr("Name a file in a folder where you may write."));
    const QString copy = folder.filePath(u"damaged"_s);
    const QString repaired = folder.filePath(u"repaired"_s);
    if (Result<void> copied = copyJournal(input, copy, folder.filePath(u"log"_s)); !copied)
        return tl::unexpected<Error>(copied.error());
    Result<RepairReport> report = salvage(folder);
    if (!report) {
        Error error = report.error();
        if (error.where.isEmpty() || error.where == copy)
            error.where = input;
        return tl::unexpected<Error>(error);
    }
    if (Result<void> published = publish(repaired, output); !published)
        return tl::unexpected<Error>(published.error());
    return report;
}

} // namespace seatscope
