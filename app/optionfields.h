// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/session/sessionconfig.h"

#include <set>

namespace seatscope {

/// Copies what the command line options of these names stand for, from one configuration to another. Names that stand
/// for nothing in it (the token's sources, --demo, …) are passed over.
void copyFields(const std::set<QString> &options, const SessionConfig &from, SessionConfig &to);

} // namespace seatscope
