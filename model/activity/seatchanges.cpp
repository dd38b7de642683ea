// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/activity/seatchanges.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace seatscope {

namespace {

/// A user on a seat; the user belongs to the list that is compared.
struct Sitting {
    const UserId *user = nullptr;
    SeatIndex seat;
};

bool isBefore(const Sitting &left, const Sitting &right)
{
    return *left.user < *right.user || (*left.user == *right.user && left.seat < right.seat);
}

bool isSwitched(const SeatState *before, const SeatState &after)
{
    static const SeatState open;
    const SeatState &old = before ? *before : open;
    return old.locked != after.locked || old.videoDisabled != after.videoDisabled ||
           old.audioDisabled != after.audioDisabled;
}

/// Finds what differs seat by seat; who moved is found afterwards.
class SeatWalk {
public:
    std::vector<Sitting> lost;
    std::vector<Sitting> gained;
    std::vector<SeatChanges::Switched> switched;

    void walk(const std::vector<SeatState> &before, const std::vector<SeatState> &after)
    {
        auto old = before.begin();
        for (const SeatState &seat : after) {
            for (; old != before.end() && old->index < seat.index; ++old)
                lose(*old);
            if (old != before.end() && old->index == seat.index)
                compare(*old++, seat);
            else
                meet(seat);
        }
        for (; old != before.end(); ++old)
            lose(*old);
    }

private:
    /// The occupant of \a seat, if any, does not sit there any more.
    void lose(const SeatState &seat)
    {
        if (seat.user)
            lost.push_back({&*seat.user, seat.index});
    }

    void gain(const SeatState &seat)
    {
        if (seat.user)
            gained.push_back({&*seat.user, seat.index});
    }

    /// A seat that was not there before.
    void meet(const SeatState &seat)
    {
        gain(seat);
        if (isSwitched(nullptr, seat))
            switched.push_back({nullptr, &seat});
    }

    void compare(const SeatState &before, const SeatState &after)
    {
        if (before.user != after.user) {
            lose(before);
            gain(after);
        }
        if (isSwitched(&before, after))
            switched.push_back({&before, &after});
    }
};

} // namespace

SeatChanges seatChanges(const std::vector<SeatState> &before, const std::vector<SeatState> &after)
{
    SeatWalk walk;
    walk.walk(before, after);
    const bool mayMove = !walk.lost.empty() && !walk.gained.empty();
    if (mayMove) {
        std::ranges::sort(walk.lost, isBefore);
        std::ranges::sort(walk.gained, isBefore);
    }

    SeatChanges changes;
    changes.switched = std::move(walk.switched);
    auto lost = walk.lost.begin();
    auto gained = walk.gained.begin();
    while (lost != walk.lost.end() || gained != walk.gained.end()) {
        const bool hasBoth = lost != walk.lost.end() && gained != walk.gained.end();
        if (hasBoth && *lost->user == *gained->user) {
            changes.moved.push_back({*lost->user, lost->seat, gained->seat});
            ++lost;
            ++gained;
        } else if (gained == walk.gained.end() || (hasBoth && *lost->user < *gained->user)) {
            changes.left.push_back({*lost->user, lost->seat, std::nullopt});
            ++lost;
        } else {
            changes.took.push_back({*gained->user, std::nullopt, gained->seat});
            ++gained;
        }
    }
    if (!mayMove)
        return changes;
    std::ranges::sort(changes.left, std::less<>(), &SeatMove::from);
    std::ranges::sort(changes.moved, std::less<>(), &SeatMove::to);
    std::ranges::sort(changes.took, std::less<>(), &SeatMove::to);
    return changes;
}

} // namespace seatscope
