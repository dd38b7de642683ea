// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/journal/journalwriter.h"
#include "model/pipeline/batchwriter.h"
#include "tests/support/story.h"

#include <QStringList>

namespace seatscope::test {

/// Tells the story to a new journal at \a path; returns the flags of each callback.
inline QStringList tellStory(const QString &path)
{
    QStringList flags;
    const auto writer = JournalWriter::open(path);
    if (!writer)
        return flags;
    BatchWriter batches(**writer, RoomBook());
    qint64 told = 0;
    for (const StoryStep &step : story) {
        PendingRequest pending;
        pending.request.method = "POST";
        pending.request.target = "/?SdkAppid=1400000001";
        pending.request.body = bodyOf(step);
        pending.query = parseRequestTarget(pending.request.target);
        pending.request.receivedAt = ArrivalTime((storyBeginning + 1000 * ++told) * 1000);
        const WrittenBatch written = batches.write({pending});
        if (!written.batch || written.batch->captures.front().ruling.verdict != Verdict::Accepted)
            return flags;
        flags += flagNames(written.batch->captures.front().flags & ~CaptureFlags(CaptureFlag::HasFindings))
                     .join(QLatin1Char(' '));
    }
    return flags;
}

} // namespace seatscope::test
