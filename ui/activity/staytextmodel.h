// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/clock.h"
#include "model/tables/staymodel.h"

#include <QIdentityProxyModel>

#include <optional>

namespace seatscope {

/// A StayModel in words.
class StayTextModel : public QIdentityProxyModel {
    Q_OBJECT

public:
    /// \a stays and \a clock must outlive the model.
    StayTextModel(StayModel &stays, const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// What is asked for: "Seat 3 of room rid-1".
    [[nodiscard]] static QString title(const StayQuestion &question);
    /// All rows as a text: a line each, columns separated by tabs, with a title.
    [[nodiscard]] QString asText() const;
    /// The callback that a cell leads to: that of the end in the columns about it, else that of the begin.
    [[nodiscard]] std::optional<Sequence> callbackOf(const QModelIndex &index) const;

private:
    [[nodiscard]] QString text(const Stay &stay, int column) const;
    [[nodiscard]] QString who(const Stay &stay) const;
    [[nodiscard]] QString moment(const std::optional<Activity> &activity, const QString &absent) const;
    [[nodiscard]] static QString length(const Stay &stay);
    [[nodiscard]] QString toolTip(const Stay &stay) const;

    StayModel &m_stays;
    const Clock &m_clock;
};

} // namespace seatscope
