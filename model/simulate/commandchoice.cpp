// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/simulate/commandchoice.h"

#include "model/callback/commandcatalogue.h"

#include <algorithm>
#include <array>

namespace seatscope {

namespace {

using namespace Qt::StringLiterals;

struct Member {
    QLatin1StringView family;
    QLatin1StringView command;
};

/// A command that Chat documents for a family; for families that are not here any name does.
constexpr std::array familyMembers{
    Member{"Group."_L1, "Group.CallbackAfterNewMemberJoin"_L1},
    Member{"C2C."_L1, "C2C.CallbackAfterSendMsg"_L1},
    Member{"State."_L1, "State.StateChange"_L1},
    Member{"Profile."_L1, "Profile.CallbackPortraitSet"_L1},
    Member{"Sns."_L1, "Sns.CallbackFriendAdd"_L1},
};

template<typename Predicate>
const CommandEntry *anyOf(const std::vector<const CommandEntry *> &entries, Dice &dice, Predicate wanted)
{
    std::vector<const CommandEntry *> found;
    std::ranges::copy_if(entries, std::back_inserter(found), wanted);
    return found.empty() ? nullptr : found[dice.below(found.size())];
}

} // namespace

CommandChoice::CommandChoice()
{
    for (const CommandEntry &entry : catalogueEntries()) {
        if (entry.command != QStringView(seatInfoChangedCommand))
            m_entries.push_back(&entry);
    }
}

const CommandEntry *CommandChoice::telling(RoomEffect effect, Product product, Dice &dice) const
{
    const bool isAboutMembers = effect == RoomEffect::Enter || effect == RoomEffect::Leave;
    return anyOf(m_entries, dice, [=](const CommandEntry *entry) {
        return entry->product == product &&
               (entry->effect == effect || (isAboutMembers && entry->effect == RoomEffect::MemberState));
    });
}

const CommandEntry &CommandChoice::other(Product product, Dice &dice) const
{
    // There always are those of Chat.
    return *anyOf(m_entries, dice, [=](const CommandEntry *entry) {
        const bool shareTheUrl = entry->product == Product::Chat || entry->product == Product::Trtc;
        return entry->effect == RoomEffect::None && (entry->product == product || shareTheUrl);
    });
}

QString CommandChoice::nameOf(const CommandEntry &entry)
{
    if (!entry.isFamily)
        return entry.command;
    const auto known = std::ranges::find(familyMembers, entry.command, &Member::family);
    return known != familyMembers.end() ? QString(known->command) : QString(entry.command % "CallbackAfterChange"_L1);
}

} // namespace seatscope
