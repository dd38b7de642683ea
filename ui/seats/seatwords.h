// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QModelIndex>

namespace seatscope {

/// A seat in sentences. The indexes are those of a SeatModel or of a proxy that passes its roles on.
class SeatWords {
    Q_DECLARE_TR_FUNCTIONS(seatscope::SeatWords)

public:
    /// The user's id, unaltered; or that nobody sits here.
    [[nodiscard]] static QString occupant(const QModelIndex &index);
    [[nodiscard]] static QString lock(const QModelIndex &index);
    [[nodiscard]] static QString camera(const QModelIndex &index);
    [[nodiscard]] static QString microphone(const QModelIndex &index);
    /// Which callback brought what the seat shows now.
    [[nodiscard]] static QString since(const QModelIndex &index);
    /// When that callback arrived: local time to the microsecond.
    [[nodiscard]] static QString sinceTime(const QModelIndex &index);
    /// That the newest list did not mention the seat, and which one did; empty when it did.
    [[nodiscard]] static QString notMentioned(const QModelIndex &index);
};

} // namespace seatscope
