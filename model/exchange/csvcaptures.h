// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exchange/captureformat.h"

namespace seatscope {

/// A table of captures: a row each, with the columns of its title. Without the heads, and texts as CsvRecord has them.
class CsvCaptures final : public CaptureFormat {
public:
    [[nodiscard]] QByteArray begin() override;
    [[nodiscard]] QByteArray entry(const Capture &capture) override;
};

/// A table of seats and members: a row for each seat of a callback's list, and for each user whom it names as coming,
/// going or being made administrator or not. Nothing for callbacks that list nobody.
class CsvSeats final : public CaptureFormat {
public:
    [[nodiscard]] QByteArray begin() override;
    [[nodiscard]] QByteArray entry(const Capture &capture) override;
};

} // namespace seatscope
