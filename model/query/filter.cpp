// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/query/filter.h"

#include "model/query/filtermatch.h"
#include "model/query/filterparser.h"

namespace seatscope {

namespace {

FilterNeeds needsOf(const FilterNode &node);

FilterNeeds joined(FilterNeeds left, FilterNeeds right)
{
    return {left.head || right.head, left.body || right.body, left.decoding || right.decoding};
}

FilterNeeds needsOf(const std::vector<FilterNodePtr> &parts)
{
    FilterNeeds needs;
    for (const FilterNodePtr &part : parts)
        needs = joined(needs, needsOf(*part));
    return needs;
}

FilterNeeds needsOf(const FilterNode &node)
{
    if (const auto *all = std::get_if<AllOf>(&node.value))
        return needsOf(all->parts);
    if (const auto *any = std::get_if<AnyOf>(&node.value))
        return needsOf(any->parts);
    if (const auto *none = std::get_if<NoneOf>(&node.value))
        return needsOf(*none->part);
    const FilterField field = std::get<FilterComparison>(node.value).field;
    const bool isSeat = isSeatField(field);
    return {field == FilterField::Header, isSeat || field == FilterField::Body || field == FilterField::Json, isSeat};
}

} // namespace

Result<Filter> Filter::parse(const QString &text, ArrivalTime now)
{
    Result<FilterNodePtr> root = parseFilter(text, now);
    if (!root)
        return tl::unexpected<Error>(root.error());
    Filter filter;
    filter.m_text = text;
    filter.m_root = *std::move(root);
    filter.m_needs = filter.m_root ? needsOf(*filter.m_root) : FilterNeeds();
    return filter;
}

bool Filter::matches(const Capture &capture) const
{
    return !m_root || filterMatches(*m_root, capture);
}

} // namespace seatscope
