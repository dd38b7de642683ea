// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/query/filterfields.h"

#include <QStringList>

#include <optional>

namespace seatscope {

// The known words of the fields verdict and flag. Pure; any thread.

/// The words that \a field can have; none where it is no field of words.
[[nodiscard]] QStringList filterWords(FilterField field);
/// The bit of \a word in a WordTest of \a field, nothing when it is unknown: of a flag its own, of a verdict that whose
/// place is the verdict's number.
[[nodiscard]] std::optional<quint32> filterWordBits(FilterField field, QStringView word);

} // namespace seatscope
