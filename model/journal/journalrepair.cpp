// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/journalrepair.h"

#include "model/callback/examination.h"
#include "model/callback/requestquery.h"
#include "model/journal/examinedsummary.h"
#include "model/journal/journalconnection.h"
#include "model/journal/journalwriter.h"
#include "model/journal/keptsequences.h"
#include "model/journal/salvagecursor.h"
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
/// Sequences are counted from 1 with each request: a higher one is damage.
constexpr qint64 highestSequence = qint64{1} << 48;
/// Sequences that are looked for one by one at least; more in large files, see SalvageCursor.
constexpr qint64 leastPatience = 200'000;
/// The least that a capture takes in a file, bytes.
constexpr qint64 leastCapture = 64;

/// The columns of a capture of which nothing but its bytes is left. \a before is the last one that could be read: the
/// time of arrival is not in the bytes, so its time stands in.
CaptureSummary decodedAnew(const Capture &capture, ArrivalTime before)
{
    CaptureSummary summary;
    summary.receivedAt = before;
    const QByteArray line = capture.head.left(capture.head.indexOf("\r\n"));
    const qsizetype first = line.indexOf(' ');
    const qsizetype second = line.indexOf(' ', first + 1);
    if (first > 0)
        summary.method = line.left(first);
    if (second > first)
        summary.target = line.mid(first + 1, second - first - 1);
    const RequestQuery query = parseRequestTarget(summary.target);
    const bool isProbe = capture.body.isEmpty();
    const Examination examination =
        examine(capture.body, query, Ruling{isProbe ? Verdict::Probe : Verdict::Accepted, {}});
    summarize(examination, query.command, summary);
    return summary;
}

/// A repair that runs.
class Repair {
public:
    Repair(SalvageCursor captures, SalvageCursor contents, bool hasMarks, JournalWriter &writer)
        : m_captures(std::move(captures)),
          m_contents(std::move(contents)),
          m_hasMarks(hasMarks),
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
        noteLost();
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
            capture.summary = summaryOf(m_captures.row());
            if (capture.summary.status < 100 || capture.summary.status > 599)
                capture.summary.status = httpStatus(capture.summary.ruling);
            isBookmarked = m_hasMarks && m_captures.row().integer(summaryColumnCount) != 0;
            note = m_hasMarks ? m_captures.row().text(summaryColumnCount + 1) : QString();
        } else {
            capture.summary = decodedAnew(capture, m_arrival);
        }
        capture.summary.sequence = hasColumns ? m_captures.sequence() : m_contents.sequence();
        capture.summary.bodySize = capture.body.size();
        m_arrival = capture.summary.receivedAt;
        if (hasColumns && hasBytes)
            ++m_report.whole;
        else if (hasColumns)
            addNote(note, JournalText::tr("Head and body were lost in a damaged journal."), m_report.withoutBytes);
        else
            addNote(note, JournalText::tr("Decoded again from a damaged journal; when it came is not known."),
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
            done = m_writer.mark(capture.summary.sequence, isBookmarked, note);
        m_saved.append({capture.summary.sequence, capture.summary.sequence});
        if (done && ++m_inBatch >= batchSize) {
            m_inBatch = 0;
            done = m_writer.commit().and_then([this] { return m_writer.begin(); });
        }
        return done;
    }

    /// What either table could not give and is not among the saved ones.
    void noteLost()
    {
        std::vector<SequenceRange> unreadable = m_captures.unreadable();
        unreadable.insert(unreadable.end(), m_contents.unreadable().begin(), m_contents.unreadable().end());
        std::ranges::sort(unreadable, {}, &SequenceRange::first);
        Removal lost;
        for (const SequenceRange &range : unreadable) {
            for (qint64 sequence = range.first.value(); sequence <= range.last.value(); ++sequence) {
                const bool isKnown = !lost.ranges.empty() && Sequence(sequence) <= lost.ranges.back().last;
                if (!isKnown && m_saved.rowOf(Sequence(sequence)) < 0)
                    lost.add(Sequence(sequence), false);
            }
        }
        m_report.lost = std::move(lost.ranges);
    }

    SalvageCursor m_captures;
    SalvageCursor m_contents;
    bool m_hasMarks; ///< the journal is of a version that has bookmarks and notes
    JournalWriter &m_writer;
    RepairReport m_report;
    KeptSequences m_saved;
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

Result<RepairReport> salvage(const QString &copy, const QString &output)
{
    const Result<JournalConnection> damaged = JournalConnection::openUnchecked(copy);
    if (!damaged)
        return tl::unexpected<Error>(damaged.error());
    const qint64 size = QFileInfo(copy).size();
    const qint64 tallied = damaged->number(u"SELECT last_seq FROM tally"_s).value_or(0);
    const qint64 last = damaged->number(u"SELECT seq FROM content ORDER BY seq DESC LIMIT 1"_s).value_or(0);
    // Captures that came after the tally was written are some thousand.
    const qint64 bound = std::max(tallied > 0 ? tallied + size / leastCapture : highestSequence, last);
    const SalvageCursor::Bounds bounds{std::min(bound, highestSequence), std::max(leastPatience, size / leastCapture)};
    const QString columns = QString(summaryColumns).mid(5); // the cursor adds the sequence
    Result<SalvageCursor> captures =
        SalvageCursor::open(*damaged, u"capture"_s, columns + u", bookmarked, note", bounds);
    const bool hasMarks = captures.has_value();
    if (!hasMarks)
        captures = SalvageCursor::open(*damaged, u"capture"_s, columns, bounds);
    Result<SalvageCursor> contents = SalvageCursor::open(*damaged, u"content"_s, u"head, body"_s, bounds);
    if (!captures || !contents)
        return failure(JournalText::tr("nothing can be saved: the file does not tell where its tables are (%1)")
                           .arg((captures ? contents.error() : captures.error()).what),
                       {}, JournalText::tr("Restore an older copy of the journal."));
    Result<std::unique_ptr<JournalWriter>> writer = JournalWriter::open(output);
    if (!writer)
        return tl::unexpected<Error>(writer.error());
    if (Result<void> quick = (*writer)->forgoDurability(); !quick)
        return tl::unexpected<Error>(quick.error());
    return Repair(std::move(*captures), std::move(*contents), hasMarks, **writer).run();
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
    Result<void> copied = copyFile(input, copy);
    if (copied && QFileInfo::exists(input + u"-wal"_s))
        copied = copyFile(input + u"-wal"_s, copy + u"-wal"_s);
    if (!copied)
        return tl::unexpected<Error>(copied.error());
    Result<RepairReport> report = salvage(copy, repaired);
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
