// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSortFilterProxyModel>

namespace seatscope {

/// A SeatModel with one cell for each seat, in the same order, for the seat map: its words, and since when any part of
/// the seat changed. A screen reader meets each seat once. All roles of SeatModel are passed on.
class SeatTileModel : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit SeatTileModel(QObject *parent = nullptr);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

protected:
    [[nodiscard]] bool filterAcceptsColumn(int column, const QModelIndex &parent) const override;

private:
    [[nodiscard]] static QString name(const QModelIndex &index);
    [[nodiscard]] static QString description(const QModelIndex &index);
    [[nodiscard]] static QString toolTip(const QModelIndex &index);
    [[nodiscard]] qint64 changedAt(int row) const;
};

} // namespace seatscope
