// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/journal/capture.h"
#include "model/journal/capturemarks.h"
#include "model/journal/keptsequences.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <deque>
#include <list>
#include <unordered_map>
#include <vector>

namespace seatscope {

/// The capture log: one row a capture that the journal holds, in order of arrival, oldest first. Rows are appended, and
/// removed where retention took captures out of the journal.
/// Keeps a bounded number of pages in memory; what is missing is asked for with pageWanted and filled in by
/// supplyPage. Memory does not grow with the journal.
class CaptureLogModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        SequenceColumn,
        TimeColumn,
        DelayColumn,
        CommandColumn,
        RoomColumn,
        OperatorColumn,
        VerdictColumn,
        FlagsColumn,
        StatusColumn,
        SizeColumn,
        NoteColumn,
        ColumnCount
    };
    enum Role {
        LoadedRole = Qt::UserRole + 1, ///< bool; the other roles are invalid while it is false, but SequenceRole
        SequenceRole,                  ///< qint64
        ReceivedRole,                  ///< qint64, µs since the epoch
        DelayRole,                     ///< qint64, ms from EventTime to arrival; invalid without EventTime
        EventTimeRole,                 ///< qint64, ms since the epoch; invalid when absent
        MethodRole,                    ///< QString
        TargetRole,                    ///< QString
        CommandRole,                   ///< QString
        RoomIdRole,                    ///< QString, invalid when absent
        OperatorRole,                  ///< QString, invalid when absent
        VerdictRole,                   ///< int of Verdict
        ReasonRole,                    ///< QString, why it was refused
        FlagsRole,                     ///< int of CaptureFlags
        DuplicateOfRole,               ///< qint64, invalid when none
        StatusRole,                    ///< int, HTTP status
        BodySizeRole,                  ///< qint64, bytes
        BookmarkedRole,                ///< bool
        NoteRole,                      ///< QString, empty when there is none
    };

    /// Captures a page (fewer where some are gone) and pages in memory.
    static constexpr int pageSize = 256;
    static constexpr int maxPages = 64;
    /// Requests that wait for their answer at one time; beyond that the pages looked at last go first.
    static constexpr int maxRequests = 8;

    explicit CaptureLogModel(QObject *parent = nullptr);

    /// Appends rows for captures that come after all others, as ascending ranges. What is between them and up to
    /// \a last is not there and never will be.
    void appendRanges(const std::vector<SequenceRange> &ranges, Sequence last);
    /// Appends rows for all captures up to \a last that are new.
    void setLastSequence(Sequence last);
    /// Appends rows for all captures up to \a last that are new, but for \a skipped, which no capture has.
    void add(Sequence last, const std::vector<SequenceRange> &skipped);
    /// Removes the rows of captures that are gone.
    void remove(const std::vector<SequenceRange> &ranges);
    /// Appends captures that just came, so that they show without a read. Gaps are allowed (they are read when needed).
    void append(const std::vector<CaptureSummary> &captures);
    /// Captures were marked.
    void mark(const std::vector<Marking> &markings);
    /// Answers pageWanted. Answers that nobody waits for any more are ignored. What the answer lacks is not asked for
    /// again while the page is in memory.
    void supplyPage(Sequence first, const std::vector<CaptureSummary> &captures);
    /// A page could not be read: it will be asked for again when it is needed.
    void pageFailed(Sequence first);

    [[nodiscard]] Sequence sequenceAt(int row) const;
    [[nodiscard]] int rowOf(Sequence sequence) const;
    /// The last row whose sequence is not after \a sequence, -1 when all are.
    [[nodiscard]] int rowUpTo(Sequence sequence) const;
    /// The moment to go to when the one after \a wanted is: the same where the log has it, else that of the capture
    /// before, or of the oldest one. 0, before the first, as long as nothing is gone at the front.
    [[nodiscard]] Sequence nearest(Sequence wanted) const;
    /// Pages held at present, for the memory test.
    [[nodiscard]] int loadedPages() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// The captures first … first+count−1 are needed: data() found them missing. Emitted from the event loop after that
    /// call, at most once a page until it is answered or failed.
    void pageWanted(seatscope::Sequence first, int count);
    /// mark() was called; the rows that are in memory have changed.
    void marked(const std::vector<seatscope::Marking> &markings);

private:
    struct Page {
        std::vector<CaptureSummary> captures; ///< by place; sequence 0 where it is not in memory
        int answered = 0;                     ///< the places up to here were read: what is missing does not exist
        std::list<qint64>::iterator usage;
    };

    [[nodiscard]] static qint64 pageOf(Sequence sequence) { return (sequence.value() - 1) / pageSize; }
    [[nodiscard]] static size_t placeOf(Sequence sequence)
    {
        return static_cast<size_t>((sequence.value() - 1) % pageSize);
    }
    /// The capture of a row when it is in memory; marks its page as used.
    [[nodiscard]] const CaptureSummary *loaded(int row) const;
    /// The page to write to, in front of the usage list; the page used longest ago makes room.
    Page &touchedPage(qint64 number);
    /// Keeps \a capture if its place is free; returns whether it was.
    bool keep(const CaptureSummary &capture);
    void want(int row) const;
    void sendRequests();

    KeptSequences m_kept; ///< which sequences have rows
    std::unordered_map<qint64, Page> m_pages;
    mutable std::list<qint64> m_usage;            ///< page numbers, used last first; data() is const but is a use
    mutable std::deque<qint64> m_wanted;          ///< not asked for yet, wanted last first
    std::unordered_map<qint64, int> m_unanswered; ///< page → count asked for
    std::vector<Marking> m_newMarkings; ///< since the oldest of them was asked for: its answer may not have them
    mutable QTimer m_requestTimer;      ///< leaves data() before pageWanted is emitted
};

} // namespace seatscope
