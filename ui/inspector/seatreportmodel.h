// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/decodedcallback.h"
#include "ui/theme/seaticons.h"

#include <QAbstractTableModel>

#include <vector>

namespace seatscope {

/// The seats that one callback names, as it names them.
class SeatReportModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { SeatColumn, UserColumn, LockColumn, VideoColumn, AudioColumn, ColumnCount };

    explicit SeatReportModel(QObject *parent = nullptr);

    /// Shows \a seats instead of those before: another capture was chosen.
    void show(std::vector<SeatReport> seats);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] static QString text(const SeatReport &seat, int column);
    [[nodiscard]] QVariant icon(const SeatReport &seat, int column) const;

    std::vector<SeatReport> m_seats;
    SeatIcons m_icons;
};

} // namespace seatscope
