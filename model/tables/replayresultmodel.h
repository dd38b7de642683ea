// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/session/replaynews.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <deque>

namespace seatscope {

/// What became of the captures of a replay, in the order in which they were answered. Memory is bounded: of too many,
/// the oldest go. Values only; the view has the words.
class ReplayResultModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { SequenceColumn, SentColumn, StatusColumn, TookColumn, DifferenceColumn, AnswerColumn, ColumnCount };
    enum Role {
        SequenceRole = Qt::UserRole, ///< qint64
        OkRole,                      ///< bool: answered 2xx
        SentUsRole,                  ///< qint64, µs after the start; invalid when it was not sent
        StatusRole,                  ///< int; invalid when no answer came
        RecordedStatusRole,          ///< int; invalid when it is not known
        TookUsRole,                  ///< qint64; invalid when it was not sent
        StatusDiffersRole,           ///< bool
        BodyDiffersRole,             ///< bool
        AnswerRole,                  ///< QByteArray: the beginning of the answer's body
        AnswerSizeRole,              ///< qint64: all of it, bytes
        ErrorRole                    ///< QString: why no answer came
    };

    /// Rows, and bytes of answers and errors, that are held at most.
    struct Limits {
        qint64 rows = 500'000;
        qint64 textBytes = qint64{64} << 20;
    };

    explicit ReplayResultModel(Limits limits, QObject *parent = nullptr);
    explicit ReplayResultModel(QObject *parent = nullptr) : ReplayResultModel(Limits(), parent) {}

    void clear();
    void add(const ReplayNews &news);
    /// How many came and are not held (any longer).
    [[nodiscard]] qint64 missing() const { return m_missing; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    void makeRoom();

    const Limits m_limits;
    std::deque<ReplayOutcome> m_outcomes;
    qint64 m_textBytes = 0;
    qint64 m_missing = 0;
};

/// The rows of a ReplayResultModel that failed, or all.
class FailedReplayResults : public QSortFilterProxyModel {
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setOnlyFailed(bool onlyFailed);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    bool m_onlyFailed = false;
};

} // namespace seatscope
