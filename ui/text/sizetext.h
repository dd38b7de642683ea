// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace seatscope {

/// A number of bytes in the largest binary unit (IEC 80000-13) that leaves at least one of it: "2 GiB", "70.5 KiB".
[[nodiscard]] QString sizeText(qint64 bytes);

} // namespace seatscope
