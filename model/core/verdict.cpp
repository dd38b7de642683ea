// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/core/verdict.h"

#include <algorithm>
#include <array>

namespace seatscope {

namespace {

using namespace Qt::StringLiterals;

struct VerdictRow {
    Verdict verdict = Verdict::Accepted;
    QLatin1StringView name;
    int status = 0;
};

constexpr std::array verdictTable{
    VerdictRow{Verdict::Accepted, "accepted"_L1, 200},
    VerdictRow{Verdict::UnknownCommand, "unknown-command"_L1, 200},
    VerdictRow{Verdict::Probe, "probe"_L1, 200},
    VerdictRow{Verdict::ForeignApp, "foreign-app"_L1, 403},
    VerdictRow{Verdict::BadSignature, "bad-signature"_L1, 403},
    VerdictRow{Verdict::StaleSignature, "stale-signature"_L1, 403},
    VerdictRow{Verdict::WrongPath, "wrong-path"_L1, 404},
    VerdictRow{Verdict::WrongMethod, "wrong-method"_L1, 405},
    VerdictRow{Verdict::Malformed, "malformed"_L1, 400},
    VerdictRow{Verdict::TooLarge, "too-large"_L1, 413},
    VerdictRow{Verdict::TooSlow, "too-slow"_L1, 408},
    VerdictRow{Verdict::Overloaded, "overloaded"_L1, 503},
    VerdictRow{Verdict::Lost, "lost"_L1, 0},
};

constexpr const VerdictRow &row(Verdict verdict)
{
    return verdictTable.at(static_cast<size_t>(verdict));
}

} // namespace

QLatin1StringView verdictName(Verdict verdict)
{
    return row(verdict).name;
}

std::optional<Verdict> verdictFromName(QStringView name)
{
    const auto found = std::ranges::find_if(verdictTable, [name](const VerdictRow &r) { return r.name == name; });
    return found == verdictTable.end() ? std::nullopt : std::optional(found->verdict);
}

std::optional<Verdict> verdictFromNumber(int number)
{
    if (number < 0 || static_cast<size_t>(number) >= verdictTable.size())
        return std::nullopt;
    return verdictTable.at(static_cast<size_t>(number)).verdict;
}

int httpStatus(Verdict verdict)
{
    return row(verdict).status;
}

int httpStatus(const Ruling &ruling)
{
    return ruling.ownStatus != 0 ? ruling.ownStatus : httpStatus(ruling.verdict);
}

bool isRefused(Verdict verdict)
{
    return httpStatus(verdict) != 200;
}

bool isUninvited(Verdict verdict)
{
    return verdict == Verdict::Probe || isRefused(verdict);
}

} // namespace seatscope
