// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/journal/capturestore.h"

#include <condition_variable>
#include <mutex>
#include <vector>

namespace seatscope::test {

/// A CaptureStore in memory whose writing can be made to fail or to wait. Any thread.
class MemoryStore final : public CaptureStore {
public:
    enum class Fail { Never, Begin, Append, Commit, Choice, Mark };

    /// Where writing fails from now on.
    void failAt(Fail where)
    {
        const std::scoped_lock lock(m_mutex);
        m_fail = where;
    }
    /// Lets commit() wait until release(). For tests of what happens while an answer is pending.
    void holdCommits()
    {
        const std::scoped_lock lock(m_mutex);
        m_held = true;
    }
    void release()
    {
        const std::scoped_lock lock(m_mutex);
        m_held = false;
        m_changed.notify_all();
    }
    /// What is "on disk".
    [[nodiscard]] std::vector<Capture> committed() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_committed;
    }
    /// How many captures are in the transaction that waits or runs.
    [[nodiscard]] size_t inTransaction() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_transaction.size();
    }

    [[nodiscard]] Sequence lastSequence() const override
    {
        const std::scoped_lock lock(m_mutex);
        return Sequence(static_cast<qint64>(m_committed.size() + m_transaction.size()));
    }
    [[nodiscard]] Result<void> begin() override { return outcome(Fail::Begin); }
    [[nodiscard]] Result<void> append(const Capture &capture) override
    {
        Result<void> result = outcome(Fail::Append);
        const std::scoped_lock lock(m_mutex);
        if (result)
            m_transaction.push_back(capture);
        return result;
    }
    [[nodiscard]] Result<Twins> findTwins(const Capture &capture) const override
    {
        const std::scoped_lock lock(m_mutex);
        Twins twins;
        for (const auto *captures : {&m_committed, &m_transaction}) {
            for (const Capture &other : *captures) {
                if (other.summary.room != capture.summary.room ||
                    other.summary.eventTime != capture.summary.eventTime ||
                    other.summary.command != capture.summary.command ||
                    other.summary.flags.testFlag(CaptureFlag::KeptOut))
                    continue;
                if (other.body != capture.body)
                    twins.otherContent = true;
                else if (!twins.sameContent)
                    twins.sameContent = other.summary.sequence;
            }
        }
        return twins;
    }
    [[nodiscard]] Result<std::optional<ArrivalTime>> arrivalOf(Sequence sequence) const override
    {
        const std::scoped_lock lock(m_mutex);
        for (const auto *captures : {&m_committed, &m_transaction}) {
            for (const Capture &capture : *captures) {
                if (capture.summary.sequence == sequence)
                    return std::optional(capture.summary.receivedAt);
            }
        }
        return std::optional<ArrivalTime>();
    }
    [[nodiscard]] Result<void> commit() override
    {
        Result<void> result = outcome(Fail::Commit);
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_held; });
        if (result) {
            m_committed.insert(m_committed.end(), m_transaction.begin(), m_transaction.end());
            m_transaction.clear();
        }
        return result;
    }
    [[nodiscard]] Result<void> keepAssumptions(const std::vector<StoredAssumption> &) override
    {
        return outcome(Fail::Choice);
    }
    [[nodiscard]] Result<bool> mark(Sequence sequence, const CaptureMarks &marks) override
    {
        if (Result<void> result = outcome(Fail::Mark); !result)
            return tl::unexpected<Error>(result.error());
        const std::scoped_lock lock(m_mutex);
        const auto place = static_cast<size_t>(sequence.value()) - 1;
        if (sequence < Sequence(1) || place >= m_committed.size())
            return false;
        CaptureSummary &summary = m_committed[place].summary;
        summary.bookmarked = marks.bookmarked.value_or(summary.bookmarked);
        summary.note = marks.note.value_or(summary.note);
        return true;
    }
    void rollback() override
    {
        const std::scoped_lock lock(m_mutex);
        m_transaction.clear();
    }

private:
    [[nodiscard]] Result<void> outcome(Fail step) const
    {
        const std::scoped_lock lock(m_mutex);
        if (m_fail == step)
            return failure(QStringLiteral("the disk is full"));
        return {};
    }

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    Fail m_fail = Fail::Never;
    bool m_held = false;
    std::vector<Capture> m_committed;
    std::vector<Capture> m_transaction;
};

} // namespace seatscope::test
