// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/room/roomstate.h"

namespace seatscope {

using namespace Qt::StringLiterals;

QLatin1StringView assumptionName(ListAssumption assumption)
{
    switch (assumption) {
    case ListAssumption::Auto:
        return "auto"_L1;
    case ListAssumption::Merge:
        return "merge"_L1;
    case ListAssumption::Replace:
        return "replace"_L1;
    }
    return {};
}

} // namespace seatscope
