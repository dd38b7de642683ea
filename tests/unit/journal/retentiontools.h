// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/unit/journal/journaltools.h"

#include <algorithm>

namespace seatscope::test {

inline Capture refusedCapture(qint64 sequence)
{
    Capture c = capture(sequence);
    c.summary.room.reset();
    c.summary.eventTime.reset();
    c.summary.ruling = {Verdict::WrongPath, QStringLiteral("wrong path")};
    c.summary.status = 404;
    return c;
}

inline Capture probe(qint64 sequence)
{
    Capture c = refusedCapture(sequence);
    c.summary.method = "GET";
    c.summary.command.clear();
    c.summary.ruling = {Verdict::Probe, {}};
    c.summary.status = 200;
    return c;
}

inline RetentionLimits upTo(qint64 captures)
{
    RetentionLimits limits;
    limits.captures = captures;
    return limits;
}

/// Removes until nothing more is to do; the arrival times of the test captures count from here.
constexpr ArrivalTime testNow(1'700'000'000'000'000);

inline Removal removeAll(JournalWriter &writer, ArrivalTime now = testNow)
{
    Removal removal;
    for (bool hasMore = true; hasMore;) {
        const Result<Retained> step = writer.makeRoom(now);
        if (!step) {
            qWarning() << step.error().message();
            return removal;
        }
        removal.add(step->removal);
        hasMore = step->hasMore;
    }
    return removal;
}

/// Adds captures in batches and lets the writer make room after each, as the pipeline does.
template<typename Make>
void keepAndRetain(JournalWriter &writer, qint64 count, Make make)
{
    while (count > 0) {
        std::vector<Capture> captures;
        for (qint64 i = std::min<qint64>(count, 100); i > 0; --i)
            captures.push_back(make(writer.lastSequence().value() + i));
        std::ranges::reverse(captures);
        keep(writer, captures);
        count -= static_cast<qint64>(captures.size());
        removeAll(writer);
    }
}

struct Kept {
    qint64 accepted = 0;
    qint64 refused = 0;
    qint64 probes = 0;
    QList<qint64> sequences;
};

inline Kept keptIn(const QString &path)
{
    Kept kept;
    const auto reader = openReader(path);
    const auto window = reader->window(Sequence(1), 1'000'000);
    for (const CaptureSummary &summary : *window) {
        const Verdict verdict = summary.ruling.verdict;
        ++(isRefused(verdict) ? kept.refused : verdict == Verdict::Probe ? kept.probes : kept.accepted);
        kept.sequences += summary.sequence.value();
    }
    return kept;
}

} // namespace seatscope::test
