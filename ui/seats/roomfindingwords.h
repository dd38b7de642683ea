// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/room/roomfindings.h"

#include <QCoreApplication>

namespace seatscope {

/// What is odd about a room, in sentences for a person. Plain text; ids are made visible, and cut where they are long.
class RoomFindingWords {
    Q_DECLARE_TR_FUNCTIONS(seatscope::RoomFindingWords)

public:
    /// What is odd, with seat, user and callback: "alice is on seat 3, which is locked (#14)".
    [[nodiscard]] static QString what(const RoomFinding &finding);
    /// Why it matters, and what is shown.
    [[nodiscard]] static QString why(const RoomFinding &finding);
    /// "2 findings".
    [[nodiscard]] static QString count(qsizetype findings);

private:
    [[nodiscard]] static QString fact(const RoomFinding &finding);
};

} // namespace seatscope
