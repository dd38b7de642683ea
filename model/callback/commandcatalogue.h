// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/decodedcallback.h"

#include <QStringView>

namespace seatscope {

/// Whether \a command is one of the documented family. The Chat families are documented elsewhere and known by prefix.
[[nodiscard]] bool isInCatalogue(QStringView command);

/// The product that \a command belongs to, by its prefix. Unknown for seatInfoChangedCommand, which two products share.
[[nodiscard]] Product productOfCommand(QStringView command);

} // namespace seatscope
