// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>

namespace seatscope {

/// When and how a person is told that nothing comes any longer.
struct SilenceSettings {
    static constexpr std::chrono::seconds most = std::chrono::hours(24);

    std::chrono::seconds after = std::chrono::minutes(5); ///< without a callback; 0: never
    bool onDesktop = false;                               ///< with a notification of the desktop too

    friend bool operator==(const SilenceSettings &, const SilenceSettings &) = default;
};

} // namespace seatscope
