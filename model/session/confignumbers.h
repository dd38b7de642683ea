// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"
#include "model/session/sessionconfig.h"

#include <QLatin1StringView>

#include <span>

namespace seatscope {

/// A number of a SessionConfig that a person can choose: a limit of the receiver or of the journal. One table for the
/// command line, the stored settings and the settings window, so that all three know the same ranges.
struct ConfigNumber {
    QLatin1StringView name; ///< of the option, without dashes, and of the stored setting
    qint64 least = 0;
    qint64 most = 0;
    qint64 (*get)(const SessionConfig &config) = nullptr;
    void (*set)(SessionConfig &config, qint64 value) = nullptr;
};

/// All of them. Times are in seconds, ages in days (0: any age), sizes in bytes.
[[nodiscard]] std::span<const ConfigNumber> configNumbers();

/// The one with that name, which must exist.
[[nodiscard]] const ConfigNumber &configNumber(QLatin1StringView name);

/// What one request within the limits of head and body may hold while it is unfinished, at most, in bytes.
[[nodiscard]] qint64 unfinishedBytesNeeded(const ReceiveLimits &limits);

/// Whether numbers that are fine each by itself go together: a request within the limits of head and body must not be
/// beyond what all unfinished requests may hold, or it is answered 503 for ever. The Error names the options.
[[nodiscard]] Result<void> checkTogether(const ReceiveLimits &limits);

} // namespace seatscope
