// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exchange/importedcapture.h"

#include <variant>

namespace seatscope {

/// The capture in a line of a jsonl file, or why it cannot be read, in words. Pure; any thread.
[[nodiscard]] std::variant<ImportedCapture, QString> readJsonlCapture(const QByteArray &line);

/// How high recorded sequences may be: whole numbers that every reader of JSON can hold.
inline constexpr qint64 highestSequence = (qint64{1} << 53) - 1;

} // namespace seatscope
