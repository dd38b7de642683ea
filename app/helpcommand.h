// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/optionreader.h"

namespace seatscope {

/// What a person wants to read about: "filter".
struct HelpOptions {
    QString topic;
};

[[nodiscard]] Parsed<HelpOptions> parseHelp(const QStringList &arguments);

/// Writes what there is to know of a topic.
[[nodiscard]] ExitCode runHelp(const HelpOptions &options);

} // namespace seatscope
