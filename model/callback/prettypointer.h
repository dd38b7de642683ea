// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace seatscope {

/// The JSON pointer (RFC 6901) of the value that the line at \a position of \a pretty is about; empty for the whole
/// body. \a pretty is what prettyJson() gives, which may be cut at its end. Pure; linear in what stands before.
[[nodiscard]] QString pointerAt(QStringView pretty, qsizetype position);

} // namespace seatscope
