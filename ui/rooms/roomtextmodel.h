// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/clock.h"

#include <QIcon>
#include <QIdentityProxyModel>

#include <optional>

namespace seatscope {

/// A RoomModel in words and icons, for the list of rooms.
class RoomTextModel : public QIdentityProxyModel {
    Q_OBJECT

public:
    /// Letters of how many seats are taken, at most where there are fewer than a million.
    static constexpr qsizetype longestTaken = 6;

    /// \a clock must outlive the model; ages are counted with it.
    explicit RoomTextModel(const Clock &clock, QObject *parent = nullptr);

    /// Tells the views that time has passed.
    void refreshAges();
    /// Ages are counted up to \a moment; nothing: up to now.
    void setMoment(std::optional<ArrivalTime> moment);
    /// Whether the room in \a row has not been heard of for a minute.
    [[nodiscard]] bool isSilent(int row) const;
    [[nodiscard]] bool hasEnded(const QModelIndex &index) const;
    [[nodiscard]] QString liveliness(const QModelIndex &index) const;
    /// Liveliness, and how many findings there are.
    [[nodiscard]] QString description(const QModelIndex &index) const;

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const QModelIndex &index) const;
    [[nodiscard]] QString toolTip(const QModelIndex &index) const;
    [[nodiscard]] qint64 ageUs(const QModelIndex &index) const;

    const Clock &m_clock;
    std::optional<ArrivalTime> m_moment;
    QIcon m_active;
    QIcon m_silent;
};

} // namespace seatscope
