// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/session/batchmailbox.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace seatscope {

void BatchMailbox::published(const BatchPtr &batch)
{
    std::unique_lock lock(m_mutex);
    const auto &captures = batch->captures;
    m_mail.captures += static_cast<qint64>(captures.size());
    m_mail.refused += std::ranges::count_if(captures, [](const auto &c) { return isRefused(c.ruling.verdict); });
    if (!captures.empty()) {
        m_mail.writeTrouble.clear();
        m_mail.last = captures.back().sequence;
    }
    if (batch->imported.captures > 0) {
        m_mail.batch.imported.add(batch->imported);
        m_mail.last = std::max(m_mail.last, batch->imported.last);
        // Who reads on behind them in the journal meets those that are told here too.
        m_activities.clear();
        m_mail.batch.untoldUpTo = batch->imported.last;
    }
    m_mail.batch.findings.add(batch->findings);
    if (batch->assumptions)
        m_mail.batch.assumptions = batch->assumptions;
    m_mail.batch.markings.insert(m_mail.batch.markings.end(), batch->markings.begin(), batch->markings.end());
    m_mail.batch.removal.add(batch->removal);
    if (batch->holdings) {
        m_mail.batch.holdings = batch->holdings;
        m_mail.batch.bookmarksExceed = batch->bookmarksExceed;
    }

    const size_t kept = std::min(captures.size(), maxSummaries);
    m_summaries.insert(m_summaries.end(), captures.end() - static_cast<std::ptrdiff_t>(kept), captures.end());
    if (m_summaries.size() > maxSummaries) {
        const size_t surplus = m_summaries.size() - maxSummaries;
        m_summaries.erase(m_summaries.begin(), m_summaries.begin() + static_cast<std::ptrdiff_t>(surplus));
    }
    keepActivities(batch->activities);
    for (const RoomStatePtr &room : batch->rooms)
        m_rooms.put(room);
    mark(std::move(lock));
}

void BatchMailbox::keepActivities(const std::vector<Activity> &activities)
{
    m_activities.insert(m_activities.end(), activities.begin(), activities.end());
    if (m_activities.size() <= maxActivities)
        return;
    auto kept = m_activities.end() - static_cast<std::ptrdiff_t>(maxActivities);
    const Sequence last = std::prev(kept)->sequence;
    // A callback is told of as a whole or not at all.
    while (kept != m_activities.end() && kept->sequence == last)
        ++kept;
    m_activities.erase(m_activities.begin(), kept);
    m_mail.batch.untoldUpTo = last;
}

void BatchMailbox::writeFailed(const Error &error, qint64 requests)
{
    std::unique_lock lock(m_mutex);
    m_mail.unwritten += requests;
    m_mail.writeTrouble = error.message();
    mark(std::move(lock));
}

void BatchMailbox::choiceFailed(const Error &error)
{
    std::unique_lock lock(m_mutex);
    m_mail.choiceTrouble = error.message();
    mark(std::move(lock));
}

void BatchMailbox::markingFailed(const Error &error)
{
    std::unique_lock lock(m_mutex);
    m_mail.markTrouble = error.message();
    mark(std::move(lock));
}

void BatchMailbox::keepingFailed(const Error &error)
{
    std::unique_lock lock(m_mutex);
    m_mail.keepTrouble = error.message();
    mark(std::move(lock));
}

bool BatchMailbox::takesRemovals()
{
    const std::scoped_lock lock(m_mutex);
    return m_mail.batch.removal.ranges.size() < maxRemovedRanges;
}

void BatchMailbox::mark(std::unique_lock<std::mutex> lock)
{
    const bool first = !std::exchange(m_hasMail, true);
    lock.unlock();
    if (first)
        m_wake();
}

Mail BatchMailbox::take()
{
    const std::scoped_lock lock(m_mutex);
    m_hasMail = false;
    Mail mail = std::exchange(m_mail, {});
    mail.batch.captures.assign(std::make_move_iterator(m_summaries.begin()),
                               std::make_move_iterator(m_summaries.end()));
    m_summaries.clear();
    mail.batch.activities.assign(std::make_move_iterator(m_activities.begin()),
                                 std::make_move_iterator(m_activities.end()));
    m_activities.clear();
    mail.batch.rooms = m_rooms.takeAll();
    // The trouble lasts until something is written; the next mail without a write must not clear it.
    m_mail.writeTrouble = mail.writeTrouble;
    return mail;
}

} // namespace seatscope
