// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/clock.h"
#include "model/tables/activitymodel.h"

#include <QIcon>
#include <QIdentityProxyModel>

#include <array>

namespace seatscope {

/// An ActivityModel in words and icons.
class ActivityTextModel : public QIdentityProxyModel {
    Q_OBJECT

public:
    /// \a activities, which is to be made the source, and \a clock must outlive the model; the clock tells which times
    /// are of another day.
    ActivityTextModel(ActivityModel &activities, const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const Activity &activity, int column) const;
    [[nodiscard]] static QString toolTip(const Activity &activity);

    ActivityModel &m_activities;
    const Clock &m_clock;
    std::array<QIcon, activityKindCount> m_icons;
};

} // namespace seatscope
