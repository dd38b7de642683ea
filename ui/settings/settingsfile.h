// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/windowsettings.h"

namespace seatscope {

/// The settings as they were saved, with defaults for what is missing or out of its range. Of a secret path only that
/// there is one: the path itself is no setting but a private file.
[[nodiscard]] WindowSettings loadSettings();

/// Saves \a settings, all but secrets: neither token nor secret path.
void saveSettings(const WindowSettings &settings);

} // namespace seatscope
