// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace seatscope {

/// Which columns of captures that came with later formats a journal has: one that was not opened for writing since has
/// them not.
struct LaterColumns {
    bool marks = true;   ///< bookmarked and note, with format 2
    bool origins = true; ///< origin, with format 4
};

/// Those of a journal of the format \a version.
[[nodiscard]] constexpr LaterColumns laterColumnsOf(qint64 version)
{
    return {version >= 2, version >= 4};
}

} // namespace seatscope
