// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/clock.h"
#include "model/room/roomstate.h"

#include <QAbstractTableModel>

#include <array>
#include <vector>

namespace seatscope {

/// The seats of one room, one row each, ascending by index. Changes are diffs: rows are inserted, removed and updated.
/// Display values are plain (user id, numbers); the words for states belong to the view, which reads the roles.
class SeatModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { SeatColumn, UserColumn, LockColumn, VideoColumn, AudioColumn, SinceColumn, ByColumn, ColumnCount };
    enum Role {
        SeatIndexRole = Qt::UserRole + 1, ///< int
        UserRole,                         ///< QString, invalid when nobody sits there
        LockedRole,                       ///< bool
        VideoDisabledRole,                ///< bool
        AudioDisabledRole,                ///< bool
        SinceSequenceRole,                ///< qint64, capture that brought the present content
        SinceArrivalRole,                 ///< qint64, µs since the epoch
        OperatorRole,                     ///< QString, invalid when not named
        MentionedSequenceRole,            ///< qint64, capture that mentioned the seat last
        StaleRole,                        ///< bool, the newest list of the room did not mention the seat
        ChangedAtRole,                    ///< qint64, monotonic ns when this cell last changed live; 0 never
    };

    /// \a clock must outlive the model; it stamps changes for ChangedAtRole.
    explicit SeatModel(const Clock &clock, QObject *parent = nullptr);

    /// Shows \a room (null: nothing). The same room as before is diffed and its changed cells are stamped;
    /// another room replaces the rows without stamps.
    void show(const RoomStatePtr &room);
    /// The room that is shown, null when none is.
    [[nodiscard]] RoomStatePtr room() const { return m_room; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        SeatState seat;
        bool stale = false;
        std::array<qint64, ColumnCount> changedAt{};
    };

    [[nodiscard]] static QVariant display(const SeatState &seat, int column);
    [[nodiscard]] static QList<int> changedRoles(const Row &before, const Row &after);
    void replaceRows(const RoomStatePtr &room, std::vector<Row> rows);
    /// The rows that \a room has after the present ones: kept stamps, new stamps where a cell differs.
    [[nodiscard]] std::vector<Row> successors(const RoomState &room, qint64 nowNs) const;
    void removeMissing(const std::vector<Row> &target);
    void insertNew(const std::vector<Row> &target);
    void update(std::vector<Row> target);

    const Clock &m_clock;
    RoomStatePtr m_room;
    std::vector<Row> m_rows;
};

} // namespace seatscope
