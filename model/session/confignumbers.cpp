// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/session/confignumbers.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <limits>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxBody = 1024LL * 1024 * 1024;
constexpr qint64 maxHead = 256LL * 1024;
constexpr qint64 maxFields = 1000;
constexpr qint64 maxSeconds = 24LL * 60 * 60;
constexpr qint64 maxCount = 1'000'000;
constexpr qint64 maxKeptCaptures = 1'000'000'000'000;
constexpr qint64 maxKeptDays = 100'000;

/// Access to a member of the limits, whatever type of number or time it has.
template<auto Member>
qint64 getLimit(const SessionConfig &config)
{
    return static_cast<qint64>(config.limits.*Member);
}

template<auto Member>
void setLimit(SessionConfig &config, qint64 value)
{
    auto &member = config.limits.*Member;
    member = static_cast<std::remove_reference_t<decltype(member)>>(value);
}

template<std::chrono::milliseconds ReceiveLimits::*Member>
qint64 getSeconds(const SessionConfig &config)
{
    return std::chrono::duration_cast<std::chrono::seconds>(config.limits.*Member).count();
}

template<std::chrono::milliseconds ReceiveLimits::*Member>
void setSeconds(SessionConfig &config, qint64 value)
{
    config.limits.*Member = std::chrono::seconds(value);
}

template<auto Member>
qint64 getRetention(const SessionConfig &config)
{
    return config.retention.*Member;
}

template<auto Member>
void setRetention(SessionConfig &config, qint64 value)
{
    auto &member = config.retention.*Member;
    member = static_cast<std::remove_reference_t<decltype(member)>>(value);
}

qint64 getDays(const SessionConfig &config)
{
    constexpr qint64 secondsADay = 24LL * 60 * 60;
    return config.retention.age ? config.retention.age->count() / secondsADay : 0;
}

void setDays(SessionConfig &config, qint64 value)
{
    config.retention.age =
        value > 0 ? std::optional<std::chrono::seconds>(std::chrono::hours(24 * value)) : std::nullopt;
}

template<auto Member>
constexpr ConfigNumber limit(QLatin1StringView name, qint64 least, qint64 most)
{
    return {name, least, most, getLimit<Member>, setLimit<Member>};
}

template<auto Member>
constexpr ConfigNumber seconds(QLatin1StringView name)
{
    return {name, 1, maxSeconds, getSeconds<Member>, setSeconds<Member>};
}

template<auto Member>
constexpr ConfigNumber retention(QLatin1StringView name, qint64 least, qint64 most)
{
    return {name, least, most, getRetention<Member>, setRetention<Member>};
}

constexpr std::array numbers = {
    limit<&ReceiveLimits::bodyBytes>("max-body"_L1, 1, maxBody),
    limit<&ReceiveLimits::targetBytes>("max-target"_L1, 1, maxHead),
    limit<&ReceiveLimits::headBytes>("max-head"_L1, 64, maxHead),
    limit<&ReceiveLimits::fields>("max-fields"_L1, 1, maxFields),
    seconds<&ReceiveLimits::headTime>("head-timeout"_L1),
    seconds<&ReceiveLimits::requestTime>("request-timeout"_L1),
    seconds<&ReceiveLimits::idleTime>("idle-timeout"_L1),
    limit<&ReceiveLimits::connections>("max-connections"_L1, 1, maxCount),
    limit<&ReceiveLimits::connectionsPerAddress>("max-connections-per-address"_L1, 1, maxCount),
    limit<&ReceiveLimits::requestsInFlight>("max-in-flight"_L1, 1, maxCount),
    limit<&ReceiveLimits::unfinishedBytes>("max-unfinished"_L1, 1, 1024 * maxBody),
    retention<&RetentionLimits::captures>("keep"_L1, 1, maxKeptCaptures),
    retention<&RetentionLimits::bytes>("keep-bytes"_L1, 1024LL * 1024, std::numeric_limits<qint64>::max()),
    ConfigNumber{"keep-days"_L1, 0, maxKeptDays, getDays, setDays},
    retention<&RetentionLimits::uninvitedPercent>("keep-refused-percent"_L1, 1, 100),
};

QString tr(const char *text)
{
    return QCoreApplication::translate("seatscope::ConfigNumbers", text);
}

} // namespace

std::span<const ConfigNumber> configNumbers()
{
    return numbers;
}

const ConfigNumber &configNumber(QLatin1StringView name)
{
    const auto found =
        std::ranges::find_if(numbers, [name](const ConfigNumber &number) { return number.name == name; });
    Q_ASSERT(found != numbers.end());
    return *found;
}

qint64 unfinishedBytesNeeded(const ReceiveLimits &limits)
{
    // A head is held twice, and chunks may add as much as the content has, and 64 KiB (see ChunkedFraming).
    constexpr qint64 chunkSlack = 64LL * 1024;
    return 2 * (limits.headBytes + limits.bodyBytes) + chunkSlack;
}

Result<void> checkTogether(const ReceiveLimits &limits)
{
    const qint64 needed = unfinishedBytesNeeded(limits);
    if (limits.unfinishedBytes >= needed)
        return {};
    return failure(tr("unfinished requests may hold %1 bytes in all (--max-unfinished), but one alone with the largest "
                      "head and body (--max-head %2, --max-body %3) can need %4, and would be refused")
                       .arg(limits.unfinishedBytes)
                       .arg(limits.headBytes)
                       .arg(limits.bodyBytes)
                       .arg(needed),
                   {}, tr("Raise --max-unfinished to at least %1, or lower --max-body").arg(needed));
}

} // namespace seatscope
