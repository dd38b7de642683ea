// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/clock.h"
#include "ui/theme/seaticons.h"

#include <QIdentityProxyModel>

namespace seatscope {

/// A SeatModel in words and icons, for the seat table.
class SeatTextModel : public QIdentityProxyModel {
    Q_OBJECT

public:
    /// \a clock must outlive the model.
    explicit SeatTextModel(const Clock &clock, QObject *parent = nullptr);

    /// The role of a bool: the cell says that something is locked or forbidden.
    static constexpr int RestrictedRole = Qt::UserRole + 1000;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const QModelIndex &index) const;
    [[nodiscard]] QString toolTip(const QModelIndex &index) const;
    [[nodiscard]] QVariant icon(const QModelIndex &index) const;
    [[nodiscard]] bool isRestricted(const QModelIndex &index) const;

    const Clock &m_clock;
    SeatIcons m_icons;
};

} // namespace seatscope
