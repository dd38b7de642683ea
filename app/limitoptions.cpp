// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/limitoptions.h"

#include "model/session/confignumbers.h"

#include <algorithm>
#include <array>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// An option for one of the numbers of a SessionConfig.
struct LimitOption {
    QLatin1StringView name;
    QLatin1StringView valueName;
    QLatin1StringView description;
};

constexpr std::array limitOptions = {
    LimitOption{"max-body"_L1, "BYTES"_L1, "The largest body that is accepted (1048576)."_L1},
    LimitOption{"max-target"_L1, "BYTES"_L1, "The longest request target that is accepted (8192)."_L1},
    LimitOption{"max-head"_L1, "BYTES"_L1, "The largest head that is accepted (32768); at most 262144."_L1},
    LimitOption{"max-fields"_L1, "N"_L1, "The most fields a head may have (100); at most 1000."_L1},
    LimitOption{"head-timeout"_L1, "S"_L1, "How long a head may take to come (10)."_L1},
    LimitOption{"request-timeout"_L1, "S"_L1, "How long a whole request may take to come (30)."_L1},
    LimitOption{"idle-timeout"_L1, "S"_L1, "How long a connection may stay silent between requests (75)."_L1},
    LimitOption{"max-connections"_L1, "N"_L1, "Connections in all (1024)."_L1},
    LimitOption{"max-connections-per-address"_L1, "N"_L1, "Connections from one address (64)."_L1},
    LimitOption{"max-in-flight"_L1, "N"_L1,
                "Requests that may wait for their answer, in all (4096); half of them for callbacks alone."_L1},
    LimitOption{"max-unfinished"_L1, "BYTES"_L1,
                "What requests that have not come in full may hold, in all (67108864); more than twice --max-body."_L1},
    LimitOption{"keep"_L1, "N"_L1, "Captures to keep; the oldest go first, bookmarked ones stay (1000000)."_L1},
    LimitOption{"keep-bytes"_L1, "BYTES"_L1, "How large the journal may grow, without its log (2147483648)."_L1},
    LimitOption{"keep-days"_L1, "D"_L1, "How long captures are kept; 0, the default: any time."_L1},
};

QString countLoopback()
{
    return u"count-loopback"_s;
}

} // namespace

void addLimitOptions(OptionReader &reader)
{
    for (const LimitOption &option : limitOptions)
        reader.addValue(QString(option.name), QString(option.valueName), QString(option.description));
    reader.addFlag(countLoopback(), u"--max-connections-per-address holds for connections from this machine too."_s);
}

void readLimitOptions(OptionReader &reader, SessionConfig &config)
{
    for (const LimitOption &option : limitOptions) {
        const ConfigNumber &number = configNumber(option.name);
        if (const auto value = reader.integer(QString(option.name), number.least, number.most))
            number.set(config, *value);
    }
    // Whoever asks for larger bodies alone means that they are accepted.
    if (!reader.has(u"max-unfinished"_s))
        config.limits.unfinishedBytes = std::max(config.limits.unfinishedBytes, unfinishedBytesNeeded(config.limits));
    config.limits.countLoopback = reader.has(countLoopback());
}

} // namespace seatscope
