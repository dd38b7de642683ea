// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/callback/findinglist.h"

#include <utility>

namespace seatscope {

using namespace Qt::StringLiterals;

void FindingList::add(Finding finding)
{
    if (hasRoom())
        m_findings.push_back(std::move(finding));
    else
        m_overflown = true;
}

void FindingList::append(const FindingList &other)
{
    for (const Finding &finding : other.m_findings)
        add(finding);
    m_overflown = m_overflown || other.m_overflown;
}

void FindingList::clear()
{
    m_findings.clear();
    m_overflown = false;
}

Findings FindingList::result() const
{
    Findings findings = m_findings;
    if (m_overflown) {
        findings.push_back({FindingCode::TooManyFindings, {}, u"at most %1 findings"_s.arg(findingLimit), u"more"_s});
    }
    return findings;
}

} // namespace seatscope
