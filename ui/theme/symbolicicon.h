// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/tints.h"

#include <QIcon>

namespace seatscope {

/// The icon \a name of resources/icons in the colour of \a tint. It takes its colours from the application's palette
/// each time it is painted, so it follows a change between light and dark, and has disabled and selected forms.
[[nodiscard]] QIcon symbolicIcon(const QString &name, Tint tint = Tint::Text);

/// The program's icon.
[[nodiscard]] QIcon applicationIcon();

} // namespace seatscope
