// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/session/sessionconfig.h"

#include <QLatin1StringView>

#include <span>

namespace seatscope {

/// A number of a SessionConfig that a person can choose: a limit of the receiver or of the journal. One table for the
/// command line, the stored settings and the settings window, so that all three know the same ranges.
struct ConfigNumber {
    QLatin1StringView name; ///< of the option, without dashes, and of the stored setting
    qint64 least;
    qint64 most;
    qint64 (*get)(const SessionConfig &config);
    void (*set)(SessionConfig &config, qint64 value);
};

/// All of them. Times are in seconds, ages in days (0: any age), sizes in bytes.
[[nodiscard]] std::span<const ConfigNumber> configNumbers();

/// The one with that name, which must exist.
[[nodiscard]] const ConfigNumber &configNumber(QLatin1StringView name);

} // namespace seatscope
