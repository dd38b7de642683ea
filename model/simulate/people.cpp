// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/simulate/people.h"

#include <array>

namespace seatscope {

namespace {

using namespace Qt::StringLiterals;

constexpr std::array<QStringView, knownPeople> knownNames{
    u"alice",
    u"bob",
    u"carol",
    u"dave",
    u"erin",
    u"144115233775727695",
    u"144115233775727701",
    u"guest-7",
    u"user1",
    u"Zoë",
    u"李雷",
    u"Олег",
    u"さくら",
    u"frank",
    u"grace",
    u"heidi",
};

constexpr std::array<QStringView, knownRoomNames> roomNames{
    u"Friday karaoke", u"深夜电台", u"Book club",      u"Планёрка",      u"Morning coffee",
    u"Language table", u"雑談部屋", u"Retro & repair", u"Chess <blitz>", u"Open stage \"No. 9\"",
};

} // namespace

UserId personOf(quint64 number)
{
    return UserId(number < knownNames.size() ? knownNames.at(number).toString() : u"user_%1"_s.arg(number));
}

QString roomNameOf(quint64 number)
{
    return roomNames.at(number).toString();
}

UserId theSystem()
{
    return UserId(u"@TIM#SYSTEM"_s);
}

} // namespace seatscope
