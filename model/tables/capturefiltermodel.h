// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/session/searchquestion.h"
#include "model/tables/capturelogmodel.h"
#include "model/tables/filterfault.h"
#include "model/tables/matchlist.h"
#include "model/tables/summarycache.h"

namespace seatscope {

/// How far the search of a filter is.
struct SearchProgress {
    enum class State : quint8 {
        Unfiltered, ///< nothing to search
        Searching,
        Stopped, ///< on demand; what comes is matched nevertheless
        Failed,  ///< see trouble
        Done,
    };

    State state = State::Unfiltered;
    qint64 passed = 0; ///< of whole, in sequences
    qint64 whole = 0;
    QString trouble; ///< of Failed

    friend bool operator==(const SearchProgress &, const SearchProgress &) = default;
};

/// The capture log with a filter: the captures that pass, in order of arrival, with the columns and roles of
/// CaptureLogModel; without a filter every row of the log. Reset only when the filter changes; then what passes is
/// inserted as the search finds it, newest first, and as it comes. Removed is what the log removes, and what passes no
/// longer because its marks changed. With a filter it takes eight bytes a row, and SummaryCache.
/// Searching itself is done by whoever answers asked(), see CaptureSearch.
class CaptureFilterModel : public QAbstractTableModel {
    Q_OBJECT

public:
    /// \a log must outlive the model.
    explicit CaptureFilterModel(CaptureLogModel &log, QObject *parent = nullptr);

    /// Shows what passes \a text, also when it is the same as before: the time has gone on, which is what -5m is
    /// relative to. Blanks alone: everything. What is no filter changes nothing.
    std::optional<FilterFault> setFilter(const QString &text, ArrivalTime now);
    /// What the rows are filtered by; empty when they are not.
    [[nodiscard]] const QString &filterText() const { return m_filter.text(); }
    /// The filter in force, with the time that it is relative to.
    [[nodiscard]] const Filter &filter() const { return m_filter; }
    [[nodiscard]] bool isFiltering() const { return !m_filter.isEmpty(); }
    [[nodiscard]] const SearchProgress &progress() const { return m_progress; }
    /// How many captures the log has.
    [[nodiscard]] int logCount() const { return m_log.rowCount(); }

    /// Searches no further among what came before; a search that was stopped or failed goes on.
    void stop();
    void resume();
    /// The answers to asked(). Those to questions of an earlier filter are ignored.
    void supply(const SearchAnswerPtr &answer);
    void fail(const QString &message, SearchQuestion::Kind kind, quint64 token);

    [[nodiscard]] Sequence sequenceAt(int row) const;
    /// −1 when there is no such row.
    [[nodiscard]] int rowOf(Sequence sequence) const;
    /// The last row whose sequence is not after \a sequence, −1 when all are.
    [[nodiscard]] int rowUpTo(Sequence sequence) const;
    /// Whether the log has \a sequence, though it may not pass.
    [[nodiscard]] bool isInLog(Sequence sequence) const { return m_log.rowOf(sequence) >= 0; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void asked(const seatscope::SearchQuestion &question);
    /// Also when the number of captures in the log is another, with a filter.
    void progressChanged();

private:
    void joinLog();
    void logRowsGo(int first, int last);
    void logMarked(const std::vector<Marking> &markings);
    [[nodiscard]] Sequence lastOfLog() const { return m_log.sequenceAt(m_log.rowCount() - 1); }
    void ask(SearchQuestion::Kind kind, Sequence from, bool isBegun = false);
    void ask(SearchQuestion::Kind kind, std::vector<Sequence> sequences);
    void askPast(bool isBegun);
    /// Has what came since the last time matched, when that is not under way.
    void matchNew();
    void add(const std::vector<CaptureSummary> &captures, bool areNew);
    void judged(const SearchAnswer &answer);
    void summariesCame(const SearchAnswer &answer);
    void dropRows(int row, int count);
    void setProgress(SearchProgress progress);
    void emitChanged(Sequence sequence);
    void askWanted();

    CaptureLogModel &m_log;
    Filter m_filter;
    quint64 m_token = 0; ///< of the present filter
    MatchList m_matches;
    mutable SummaryCache m_summaries; ///< data() is const but is a use
    mutable QTimer m_readTimer;       ///< leaves data() before asked() is emitted
    SearchProgress m_progress;
    bool m_isPastDone = false;
    bool m_isPastAsked = false; ///< an answer of Past is under way
    bool m_isMatching = false;  ///< a New is under way
    Sequence m_pastFrom;        ///< where the search of what came before began
    Sequence m_matchedUpTo;     ///< what came later is not matched yet
    Sequence m_matchingUpTo;    ///< as m_matchedUpTo is when that is done
};

} // namespace seatscope
