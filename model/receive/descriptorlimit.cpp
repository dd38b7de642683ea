// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/receive/descriptorlimit.h"

#include <QCoreApplication>

#include <algorithm>
#include <sys/resource.h>

namespace seatscope {

namespace {

/// For the journal, the window, the other threads, and connections that are just being accepted.
constexpr rlim_t otherDescriptors = 128;
/// Fewer connections would be taken by the first scanner that comes by.
constexpr int leastConnections = 8;

QString tr(const char *text)
{
    return QCoreApplication::translate("seatscope::DescriptorLimit", text);
}

rlim_t descriptorsFor(int connections)
{
    return 2 * static_cast<rlim_t>(connections) + otherDescriptors;
}

Error tooFew(int possible, int wanted)
{
    return {
        tr("the limit of open files lets only %1 of %2 connections be open at a time").arg(possible).arg(wanted),
        {},
        tr("Raise it to %1 (\"ulimit -n %1\" before the start, LimitNOFILE=%1 for a systemd unit), or ask for fewer "
           "with --max-connections")
            .arg(descriptorsFor(wanted))};
}

} // namespace

int affordableConnections(int wanted)
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return wanted;
    const rlim_t needed = descriptorsFor(wanted);
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

Result<void> checkDescriptors(int wanted)
{
    const int possible = affordableConnections(wanted);
    if (possible < std::min(wanted, leastConnections))
        return tl::unexpected<Error>(tooFew(possible, wanted));
    return {};
}

QString descriptorWarning(int wanted)
{
    const int possible = affordableConnections(wanted);
    return possible < wanted ? tooFew(possible, wanted).message() : QString();
}

} // namespace seatscope
