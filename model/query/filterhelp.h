// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace seatscope {

/// What there is to know of the filter language: an introduction and every field with examples; plain text in lines of
/// 120 characters at most, for a font of fixed pitch. Pure; any thread.
[[nodiscard]] QString filterHelp();

} // namespace seatscope
