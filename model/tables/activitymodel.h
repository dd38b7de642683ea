// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/activity/activitypage.h"
#include "model/activity/activityquery.h"
#include "model/pipeline/batch.h"
#include "model/tables/recentactivities.h"

#include <QAbstractTableModel>

#include <deque>
#include <optional>

namespace seatscope {

/// What happened in the rooms, one row each, the newest last. Holds a stretch of the journal: what comes is added at
/// the end, what came before is asked for in pages. Bounded: while somebody reads, nothing above is taken away, and
/// a stretch that grows too long is cut off from what comes until follow(). Values only; the view has the words.
class ActivityModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { SequenceColumn, TimeColumn, WhatColumn, RoomColumn, ColumnCount };
    enum Role {
        SequenceRole = Qt::UserRole + 1, ///< qint64
        ArrivalRole,                     ///< qint64, µs since the epoch
        EventTimeRole,                   ///< qint64, ms since the epoch
        RoomIdRole,                      ///< QString
        KindRole,                        ///< int of ActivityKind
        UserRole,                        ///< QString, invalid when absent
        ByRole,                          ///< QString, invalid when absent
        SeatRole,                        ///< int, invalid when absent
    };

    /// Rows that are asked for at once.
    static constexpr int pageSize = 200;
    /// Rows at most; twice as many while somebody reads.
    static constexpr int maxRows = 5000;
    /// Searches in a row that may find nothing before somebody is asked whether to go on.
    static constexpr int maxEmptySearches = 4;

    /// \a last is the newest capture there is: what happened up to it is in the journal.
    explicit ActivityModel(Sequence last = {}, QObject *parent = nullptr);

    /// Takes over what a batch tells, and lets go of what it says is removed.
    void apply(const Batch &batch);
    void setFilter(const ActivityFilter &filter);
    [[nodiscard]] const ActivityFilter &filter() const { return m_filter; }
    /// With a value nothing later is shown and nothing is added; without one, what comes is shown again.
    void showUpTo(std::optional<Sequence> last);
    [[nodiscard]] std::optional<Sequence> shownUpTo() const { return m_upTo; }
    /// Somebody reads what is above the end.
    void setReading(bool isReading);
    /// Goes to what came last and goes on from there.
    void follow();
    /// Reads everything anew, for rooms that are read in another way now.
    void reload();
    /// Asks for what was before the first row. Does nothing while an answer is awaited or when there is nothing.
    void loadEarlier();

    /// Answers pageWanted. Answers that nobody waits for any more are ignored.
    void supplyPage(const ActivityPage &page, quint64 token);
    void pageFailed(const QString &message, quint64 token);

    [[nodiscard]] bool isLoading() const { return m_awaited != 0; }
    /// Why the last search failed; empty when it did not.
    [[nodiscard]] const QString &trouble() const { return m_trouble; }
    /// There is nothing before the first row.
    [[nodiscard]] bool reachesBeginning() const { return m_first <= Sequence(1); }
    /// Everything from this capture on was looked at.
    [[nodiscard]] Sequence lookedBackTo() const { return m_first; }
    /// What comes is added.
    [[nodiscard]] bool isLive() const { return m_isLive; }
    [[nodiscard]] const Activity &activity(int row) const { return m_rows.at(static_cast<size_t>(row)); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void pageWanted(const seatscope::ActivityQuery &query, quint64 token);
    /// Loading began or ended, or how far was looked back changed.
    void stateChanged();

private:
    void restart();
    void ask(ActivityQuery::Direction direction, Sequence from);
    void send();
    /// An answer came; returns whether it is the one that is awaited.
    bool takeAnswer(quint64 token);
    void takeEarlier(const ActivityPage &page);
    void takeLater(const ActivityPage &page);
    void goOnLater();
    void append(std::vector<Activity> activities);
    void takeAway(size_t first, size_t end);
    void removeCaptures(const std::vector<SequenceRange> &ranges);
    void trimTop();
    void trimBottom();
    /// The first row that is of a capture after \a sequence.
    [[nodiscard]] size_t firstAfter(Sequence sequence) const;
    [[nodiscard]] Sequence bound() const;

    ActivityFilter m_filter;
    std::optional<Sequence> m_upTo;
    RecentActivities m_recent;
    std::deque<Activity> m_rows; ///< ascending
    Sequence m_first;            ///< the rows have all that is wanted from this capture …
    Sequence m_last;             ///< … to this one
    bool m_isLive = true;
    bool m_isReading = false;
    int m_emptySearches = 0;
    ActivityQuery m_question;                   ///< whose answer is awaited
    quint64 m_awaited = 0;                      ///< its token, 0: none is awaited
    quint64 m_unanswered = 0;                   ///< token of what was asked last and is not answered, 0: none
    std::vector<SequenceRange> m_goneMeanwhile; ///< removed since that question was asked
    quint64 m_lastToken = 0;
    QString m_trouble;
};

} // namespace seatscope
