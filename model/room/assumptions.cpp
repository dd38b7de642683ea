// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/room/assumptions.h"

namespace seatscope {

namespace {

template<typename Map>
std::optional<ListAssumption> valueIn(const Map &map, const typename Map::key_type &key)
{
    const auto found = map.find(key);
    return found == map.end() ? std::nullopt : std::optional(found->second);
}

template<typename Map>
void put(Map &map, const typename Map::key_type &key, std::optional<ListAssumption> reading)
{
    if (reading)
        map.insert_or_assign(key, *reading);
    else
        map.erase(key);
}

} // namespace

ListAssumption Assumptions::of(const RoomId &room, std::optional<SdkAppId> application) const
{
    if (const auto chosen = rooms.find(room); chosen != rooms.end())
        return chosen->second;
    if (application) {
        if (const auto chosen = applications.find(*application); chosen != applications.end())
            return chosen->second;
    }
    return standard;
}

std::optional<ListAssumption> Assumptions::chosen(const ReadingScope &scope) const
{
    if (const auto *room = std::get_if<RoomId>(&scope))
        return valueIn(rooms, *room);
    if (const auto *application = std::get_if<SdkAppId>(&scope))
        return valueIn(applications, *application);
    return standard;
}

void Assumptions::choose(const ReadingChoice &choice)
{
    if (const auto *room = std::get_if<RoomId>(&choice.scope))
        put(rooms, *room, choice.reading);
    else if (const auto *application = std::get_if<SdkAppId>(&choice.scope))
        put(applications, *application, choice.reading);
    else
        standard = choice.reading.value_or(ListAssumption::Auto);
}

} // namespace seatscope
