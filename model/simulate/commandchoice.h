// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/commandentry.h"
#include "model/simulate/dice.h"

#include <QString>

#include <vector>

namespace seatscope {

/// Which command of the catalogue tells what happened; those of one product that tell the same are as likely.
class CommandChoice {
public:
    CommandChoice();

    /// A command of \a product with \a effect; Enter and Leave are also told by MemberState. Null where there is none.
    [[nodiscard]] const CommandEntry *telling(RoomEffect effect, Product product, Dice &dice) const;
    /// A command without effect on rooms: one of \a product, or a packet of Chat or TRTC, which share the URL.
    [[nodiscard]] const CommandEntry &other(Product product, Dice &dice) const;

    /// The name of a command of \a entry: for a family, one that it has.
    [[nodiscard]] static QString nameOf(const CommandEntry &entry);

private:
    std::vector<const CommandEntry *> m_entries; ///< all but those of seats
};

} // namespace seatscope
