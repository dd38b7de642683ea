// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/session/journalreads.h"

#include "model/history/activityhistory.h"

#include <utility>

namespace seatscope {

Result<const JournalReader *> JournalReads::reader()
{
    if (!m_reader) {
        Result<std::unique_ptr<JournalReader>> opened = JournalReader::open(m_path);
        if (!opened)
            return tl::unexpected<Error>(opened.error());
        m_reader = std::move(*opened);
    }
    return m_reader.get();
}

void JournalReads::readWindow(Sequence first, int count, quint64 token)
{
    const auto captures =
        reader().and_then([&](const JournalReader *journal) { return journal->window(first, count); });
    if (captures)
        Q_EMIT windowReady(*captures, token);
    else
        Q_EMIT windowFailed(captures.error().message(), token);
}

void JournalReads::inspect(Sequence sequence, quint64 token)
{
    auto inspection =
        reader().and_then([&](const JournalReader *journal) { return inspectCapture(*journal, sequence); });
    if (inspection)
        Q_EMIT inspectionReady(std::make_shared<const CaptureInspection>(std::move(*inspection)), token);
    else
        Q_EMIT inspectionFailed(inspection.error().message(), token);
}

void JournalReads::findActivities(const ActivityQuery &query, quint64 token)
{
    Result<ActivityPage> page =
        reader()
            .and_then([&](const JournalReader *journal) { return ActivityHistory::open(*journal, m_assumption); })
            .and_then([&](const ActivityHistory &history) { return history.find(query); });
    if (page)
        Q_EMIT activitiesReady(std::make_shared<const ActivityPage>(*std::move(page)), token);
    else
        Q_EMIT activitiesFailed(page.error().message(), token);
}

} // namespace seatscope
