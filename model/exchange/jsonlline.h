// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exchange/importedcapture.h"

#include <variant>

namespace seatscope {

/// The capture in a line of a jsonl file, or why it cannot be read, in words. Pure; any thread.
[[nodiscard]] std::variant<ImportedCapture, QString> readJsonlCapture(const QByteArray &line);

/// How high recorded sequences may be: half of what is possible, so that a journal that begins with one can go on.
inline constexpr qint64 highestRecorded = highestSequence / 2;

} // namespace seatscope
