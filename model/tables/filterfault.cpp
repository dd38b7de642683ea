// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/tables/filterfault.h"

#include "model/query/filter.h"

#include <algorithm>

namespace seatscope {

namespace {

/// The number in "column 17", in whatever language.
int numberIn(const QString &text)
{
    const auto isDigit = [](QChar c) { return c.isDigit(); };
    const auto first = std::ranges::find_if(text, isDigit);
    const auto last = std::find_if_not(first, text.end(), isDigit);
    return QStringView(first, last).toInt();
}

} // namespace

FilterFault filterFault(const QString &text, const Error &error)
{
    FilterFault fault{error.what, error.remedy, numberIn(error.where), 0};
    for (int column = 1; column < fault.column && fault.offset < text.size(); ++column)
        fault.offset += text.at(fault.offset).isHighSurrogate() ? 2 : 1;
    fault.offset = std::min(fault.offset, text.size());
    return fault;
}

std::optional<FilterFault> checkFilter(const QString &text, ArrivalTime now)
{
    const Result<Filter> filter = Filter::parse(text, now);
    return filter ? std::nullopt : std::optional(filterFault(text, filter.error()));
}

} // namespace seatscope
