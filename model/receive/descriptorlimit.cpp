// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/receive/descriptorlimit.h"

#include <algorithm>
#include <sys/resource.h>

namespace seatscope {

namespace {

/// For the journal, the window, the other threads, and connections that are just being accepted.
constexpr rlim_t otherDescriptors = 128;

} // namespace

int affordableConnections(int wanted)
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return wanted;
    const rlim_t needed = 2 * static_cast<rlim_t>(wanted) + otherDescriptors;
    if (limit.rlim_cur < needed && limit.rlim_cur < limit.rlim_max) {
        const rlimit raised{std::min(needed, limit.rlim_max), limit.rlim_max};
        if (setrlimit(RLIMIT_NOFILE, &raised) == 0)
            limit = raised;
    }
    if (limit.rlim_cur >= needed)
        return wanted;
    const rlim_t left = limit.rlim_cur > otherDescriptors ? limit.rlim_cur - otherDescriptors : 2;
    return std::max(1, static_cast<int>(left / 2));
}

} // namespace seatscope
