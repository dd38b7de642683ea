// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <random>

namespace seatscope {

/// Random numbers that are the same on every platform: the standard fixes the engine's numbers, but not what its
/// distributions make of them, so these are mapped here.
class Dice {
public:
    explicit Dice(quint64 seed) : m_engine(seed) {}

    /// A number from 0 to \a bound − 1; \a bound is at least 1. The slight bias of the remainder does not matter here.
    [[nodiscard]] quint64 below(quint64 bound) { return m_engine() % bound; }
    /// True in \a percent of 100 cases.
    [[nodiscard]] bool chance(quint64 percent) { return below(100) < percent; }

private:
    std::mt19937_64 m_engine;
};

} // namespace seatscope
