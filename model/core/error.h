// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace seatscope {

/// Why something could not be done, in words for a person: what, where, and what to do about it.
struct Error {
    QString what;   ///< what went wrong, a sentence without the final full stop
    QString where;  ///< the thing it happened to (a file, an address), may be empty
    QString remedy; ///< what the person can do, a sentence, may be empty

    /// The parts as one line, for a terminal or a dialog.
    [[nodiscard]] QString message() const;
};

} // namespace seatscope
