// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/history/storedassumptions.h"

#include <optional>

namespace seatscope {

namespace {

// The numbers are stored in journals: never change or reuse one.
constexpr int everywhere = 0;
constexpr int inApplication = 1;
constexpr int inRoom = 2;
static_assert(static_cast<int>(ListAssumption::Auto) == 0 && static_cast<int>(ListAssumption::Merge) == 1 &&
              static_cast<int>(ListAssumption::Replace) == 2);

std::optional<ListAssumption> readingFrom(int number)
{
    if (number < 0 || number > static_cast<int>(ListAssumption::Replace))
        return std::nullopt;
    return static_cast<ListAssumption>(number);
}

} // namespace

Assumptions assumptionsFrom(const std::vector<StoredAssumption> &stored)
{
    Assumptions assumptions;
    for (const StoredAssumption &one : stored) {
        const std::optional<ListAssumption> reading = readingFrom(one.reading);
        if (!reading)
            continue;
        bool isNumber = false;
        const quint64 application = one.name.toULongLong(&isNumber);
        if (one.kind == everywhere)
            assumptions.standard = *reading;
        else if (one.kind == inApplication && isNumber)
            assumptions.applications.insert_or_assign(SdkAppId(application), *reading);
        else if (one.kind == inRoom)
            assumptions.rooms.insert_or_assign(RoomId(one.name), *reading);
    }
    return assumptions;
}

std::vector<StoredAssumption> storedForm(const Assumptions &assumptions)
{
    std::vector<StoredAssumption> stored{{everywhere, {}, static_cast<int>(assumptions.standard)}};
    for (const auto &[application, reading] : assumptions.applications)
        stored.push_back({inApplication, QString::number(application.value()), static_cast<int>(reading)});
    for (const auto &[room, reading] : assumptions.rooms)
        stored.push_back({inRoom, room.text(), static_cast<int>(reading)});
    return stored;
}

} // namespace seatscope
