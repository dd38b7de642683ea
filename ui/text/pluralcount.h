// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <algorithm>
#include <limits>

namespace seatscope {

/// \a count as tr() takes it to choose among the plural forms of a language; the text itself shows the count.
[[nodiscard]] inline int pluralCount(qint64 count)
{
    return static_cast<int>(std::clamp<qint64>(count, 0, std::numeric_limits<int>::max()));
}

} // namespace seatscope
