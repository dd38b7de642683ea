// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/room/memberlist.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace seatscope {

namespace {

using Members = std::vector<MemberState>;

/// Makes room for one more: false when nobody is gone.
bool forgetLongestGone(Members &members)
{
    auto longest = members.end();
    for (auto member = members.begin(); member != members.end(); ++member) {
        if (!member->isPresent && (longest == members.end() || member->at < longest->at))
            longest = member;
    }
    if (longest == members.end())
        return false;
    members.erase(longest);
    return true;
}

} // namespace

const std::vector<MemberState> &MemberList::all() const
{
    static const Members none;
    return m_members ? *m_members : none;
}

bool MemberList::announce(const std::vector<UserId> &users, const MemberState &what)
{
    if (users.empty())
        return false;
    bool isContested = false;
    Members members = all();
    for (const UserId &user : users) {
        auto place = std::ranges::lower_bound(members, user, std::less<>(), &MemberState::user);
        const bool isKnown = place != members.end() && place->user == user;
        if (isKnown && what.at.asOf < place->at.asOf)
            continue;
        if (!isKnown) {
            if (members.size() >= most) {
                m_isCut = true;
                if (!forgetLongestGone(members))
                    continue;
                place = std::ranges::lower_bound(members, user, std::less<>(), &MemberState::user);
            }
            place = members.insert(place, MemberState());
        }
        const bool isSame = isKnown && place->isPresent == what.isPresent;
        const Sequence since = isSame ? place->since : what.since;
        const bool isSameTime = isKnown && what.at.asOf == place->at.asOf;
        const bool contested = isSameTime && (place->contested || !isSame);
        isContested = isContested || (isSameTime && !isSame);
        *place = what;
        place->contested = contested;
        place->user = user;
        place->since = since;
    }
    m_members = std::make_shared<const Members>(std::move(members));
    return isContested;
}

MemberList MemberList::of(std::vector<MemberState> members, bool isCut)
{
    MemberList list;
    if (!members.empty())
        list.m_members = std::make_shared<const Members>(std::move(members));
    list.m_isCut = isCut;
    return list;
}

} // namespace seatscope
