// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/roomreport.h"
#include "model/core/strongtypes.h"
#include "model/room/moment.h"

#include <memory>
#include <vector>

namespace seatscope {

/// What was announced last about one member of a room.
struct MemberState {
    UserId user;
    bool isPresent = false;
    MemberExit exit = MemberExit::Left; ///< how, for one who is gone
    Moment at;                          ///< of that announcement
    bool contested = false;             ///< another callback with this EventTime said otherwise
    Sequence since;                     ///< capture since which it is so

    friend bool operator==(const MemberState &, const MemberState &) = default;
};

/// The members of a room as announced, those who are gone included: without them, a late announcement that somebody
/// came would bring back who left. Copies share their content; thread-safe as values are.
class MemberList {
public:
    /// Members remembered at most, present and gone; a sender decides how many there are.
    static constexpr size_t most = 5000;

    /// Ascending by user.
    [[nodiscard]] const std::vector<MemberState> &all() const;
    /// Whether some were not taken in, because there were more than the limit.
    [[nodiscard]] bool isCut() const { return m_isCut; }
    /// Takes over what is said of \a users, where nothing newer is known. Beyond the limit whoever is gone
    /// for longest is forgotten; when nobody is gone, newcomers are not taken in. Returns whether something else was
    /// said with the same EventTime.
    bool announce(const std::vector<UserId> &users, const MemberState &what);
    /// For reading a stored list back: \a members ascending by user, each once.
    [[nodiscard]] static MemberList of(std::vector<MemberState> members, bool isCut);

    friend bool operator==(const MemberList &left, const MemberList &right)
    {
        return left.m_isCut == right.m_isCut && left.all() == right.all();
    }

private:
    std::shared_ptr<const std::vector<MemberState>> m_members;
    bool m_isCut = false;
};

} // namespace seatscope
