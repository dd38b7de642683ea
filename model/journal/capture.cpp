// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/capture.h"

#include <array>
#include <utility>

namespace seatscope {

QStringList flagNames(CaptureFlags flags)
{
    using namespace Qt::StringLiterals;
    constexpr std::array names{
        std::pair{CaptureFlag::Late, "late"_L1},
        std::pair{CaptureFlag::Duplicate, "duplicate"_L1},
        std::pair{CaptureFlag::Conflict, "conflict"_L1},
        std::pair{CaptureFlag::Ambiguous, "ambiguous"_L1},
        std::pair{CaptureFlag::HasFindings, "finding"_L1},
        std::pair{CaptureFlag::AfterDestruction, "after-destruction"_L1},
        std::pair{CaptureFlag::TwoSeats, "two-seats"_L1},
        std::pair{CaptureFlag::SharedRoomId, "shared-room-id"_L1},
        std::pair{CaptureFlag::Replay, "replay"_L1},
        std::pair{CaptureFlag::KeptOut, "kept-out"_L1},
        std::pair{CaptureFlag::Sent, "sent"_L1},
    };
    QStringList result;
    for (const auto &[flag, name] : names) {
        if (flags.testFlag(flag))
            result += name;
    }
    return result;
}

} // namespace seatscope
