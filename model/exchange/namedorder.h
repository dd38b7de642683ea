// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

namespace seatscope {

/// Whether the file \a name comes before \a other: by their bytes, but numbers in them by their value, so that
/// "9.http" comes before "10.http". Pure; any thread.
[[nodiscard]] bool isNamedBefore(QByteArrayView name, QByteArrayView other);

} // namespace seatscope
