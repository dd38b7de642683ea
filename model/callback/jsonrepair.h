// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <optional>

namespace seatscope {

/// A JSON text in which RapidJSON's reader does not stumble over what RFC 8259 allows. Same size, so offsets stay.
struct JsonRepair {
    QByteArray text;
    std::optional<qint64> loneSurrogateOffset; ///< bytes to the first escape that was replaced
};

/// Whether \a text has an escape of a surrogate at all; cheap.
[[nodiscard]] bool mayHoldSurrogates(const QByteArray &text);

/// Replaces the escapes of lone surrogates by \ufffd. RapidJSON takes a lone high one for an error and makes broken
/// UTF-8 of a lone low one.
[[nodiscard]] JsonRepair repairSurrogates(const QByteArray &text);

/// Replaces numbers by zeros of the same length. RapidJSON takes numbers beyond a double for an error, even where it
/// only has to pass on their text.
[[nodiscard]] QByteArray repairBigNumbers(const QByteArray &text);

} // namespace seatscope
