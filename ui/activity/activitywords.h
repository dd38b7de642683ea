// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/activity/activity.h"

#include <QCoreApplication>
#include <QIcon>

namespace seatscope {

/// An activity in words.
class ActivityWords {
    Q_DECLARE_TR_FUNCTIONS(seatscope::ActivityWords)

public:
    /// What happened: "alice moved from seat 1 to 4". Ids are cut in the middle and have nothing hidden in them; the
    /// text is plain.
    [[nodiscard]] static QString sentence(const Activity &activity);
    /// A kind as one of many: "seat locked".
    [[nodiscard]] static QString kind(ActivityKind kind);
    /// The name of the icon that goes with \a kind.
    [[nodiscard]] static QString iconName(ActivityKind kind);
};

} // namespace seatscope
