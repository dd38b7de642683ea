// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/optionreader.h"
#include "model/session/sessionconfig.h"

namespace seatscope {

/// Declares the options for the limits of the receiver and of the journal.
void addLimitOptions(OptionReader &reader);
/// Reads those that are given into \a config; problems are noted in \a reader.
void readLimitOptions(OptionReader &reader, SessionConfig &config);

} // namespace seatscope
