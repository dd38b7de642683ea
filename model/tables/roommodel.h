// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/room/roomfindings.h"

#include <QAbstractTableModel>

#include <vector>

namespace seatscope {

/// The rooms, one row each, ascending by id. Values only: the view adds words, icons and colours.
class RoomModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { IdColumn, TakenColumn, LastColumn, ColumnCount };
    enum Role {
        RoomIdRole = Qt::UserRole + 1, ///< QString, exactly as sent
        ProductRole,                   ///< int of Product
        TakenSeatsRole,                ///< int, seats with a user
        SeatCountRole,                 ///< int
        LastSequenceRole,              ///< qint64, the callback that arrived last
        LastArrivalRole,               ///< qint64, µs since the epoch
        StatusRole,                    ///< int of RoomStatus
        AmbiguousRole,                 ///< bool, the newest list could be full or partial
        FindingCountRole,              ///< int, how many findings() the room has
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Inserts the rooms that are new and updates the others; rooms not named stay as they are. Any order; where a room
    /// comes twice the later state counts.
    void apply(const std::vector<RoomStatePtr> &rooms);
    /// Removes the rooms that are known of \a rooms. Any order.
    void remove(const std::vector<RoomId> &rooms);
    /// Shows exactly \a rooms: what is not among them is removed. Any order, each room once.
    void show(const std::vector<RoomStatePtr> &rooms);
    /// The state shown in \a row, null when there is no such row.
    [[nodiscard]] RoomStatePtr room(int row) const;
    /// What is odd about the room in \a row; nothing when there is no such row.
    [[nodiscard]] std::vector<RoomFinding> findings(int row) const;
    /// The row of a room, -1 when it is not known.
    [[nodiscard]] int rowOf(const RoomId &room) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        RoomStatePtr state;
        int taken = 0;                     ///< seats with a user, counted once
        std::vector<RoomFinding> findings; ///< worked out once
    };

    [[nodiscard]] static Row makeRow(const RoomStatePtr &state);
    [[nodiscard]] static QList<int> changedRoles(const Row &before, const Row &after);
    [[nodiscard]] static QVariant display(const Row &row, int column);
    /// The first row that does not sort before \a room.
    [[nodiscard]] int lowerBound(const RoomId &room) const;
    void update(const std::vector<RoomStatePtr> &rooms);
    void takeRows(std::vector<int> rows);
    void insertNew(const std::vector<RoomStatePtr> &rooms);

    std::vector<Row> m_rows;
};

} // namespace seatscope
