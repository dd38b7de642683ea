// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/callback/commandcatalogue.h"

#include <algorithm>
#include <array>

namespace seatscope {

namespace {

using namespace Qt::StringLiterals;

/// The commands of the RTC documentation, product 647.
constexpr std::array documentedCommands{
    "Mic.CallbackAfterSeatInfoChanged"_L1,
    "Room.CallbackAfterCreateRoom"_L1,
    "Room.CallbackAfterDestroyRoom"_L1,
    "Room.CallbackAfterUpdateRoomInfo"_L1,
    "Room.CallbackUpdateRoomInfo"_L1,
    "Room.CallbackAfterMemberEnter"_L1,
    "Room.CallbackAfterMemberLeave"_L1,
    "Live.CallbackAfterCreateRoom"_L1,
    "Live.CallbackAfterDestroyRoom"_L1,
    "Live.CallbackAfterUpdateRoomInfo"_L1,
    "Live.CallbackAfterSetMetadata"_L1,
    "Live.CallbackAfterDelMetadata"_L1,
    "Live.CallbackAfterCreateRoomReachingThreshold"_L1,
    "Live.CallbackAfterMemberStateChanged"_L1,
    "Live.CallbackAfterChangeOwner"_L1,
    "Live.CallbackAfterModifyAdmin"_L1,
    "Live.CallbackAfterCreateBattle"_L1,
    "Live.CallbackAfterStartBattle"_L1,
    "Live.CallbackAfterEndBattle"_L1,
    "Live.CallbackBeforeSendGift"_L1,
    "Live.CallbackAfterCloudRecordingChanged"_L1,
};

struct Family {
    QLatin1StringView prefix;
    Product product = Product::Unknown;
};

constexpr std::array families{
    Family{"Room."_L1, Product::Room}, Family{"Live."_L1, Product::Live},   Family{"Group."_L1, Product::Chat},
    Family{"C2C."_L1, Product::Chat},  Family{"State."_L1, Product::Chat},  Family{"Profile."_L1, Product::Chat},
    Family{"Sns."_L1, Product::Chat},  Family{"Follow."_L1, Product::Chat}, Family{"Call."_L1, Product::Chat},
};

constexpr std::array productNames{"unknown"_L1, "room"_L1, "live"_L1, "chat"_L1, "trtc"_L1};
static_assert(productNames.size() == static_cast<size_t>(Product::Trtc) + 1);

} // namespace

bool isInCatalogue(QStringView command)
{
    if (productOfCommand(command) == Product::Chat)
        return true;
    return std::ranges::any_of(documentedCommands, [command](QLatin1StringView known) { return known == command; });
}

Product productOfCommand(QStringView command)
{
    const auto family = std::ranges::find_if(families, [command](const Family &f) {
        return command.size() > f.prefix.size() && command.startsWith(f.prefix);
    });
    return family == families.end() ? Product::Unknown : family->product;
}

QLatin1StringView productName(Product product)
{
    return productNames.at(static_cast<size_t>(product));
}

} // namespace seatscope
