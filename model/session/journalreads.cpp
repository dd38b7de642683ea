// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/session/journalreads.h"

#include <utility>

namespace seatscope {

JournalReader *JournalReads::reader(quint64 token)
{
    if (!m_reader) {
        Result<std::unique_ptr<JournalReader>> opened = JournalReader::open(m_path);
        if (!opened) {
            Q_EMIT failed(opened.error().message(), token);
            return nullptr;
        }
        m_reader = std::move(*opened);
    }
    return m_reader.get();
}

void JournalReads::readWindow(Sequence first, int count, quint64 token)
{
    const JournalReader *journal = reader(token);
    if (!journal)
        return;
    const Result<std::vector<CaptureSummary>> captures = journal->window(first, count);
    if (captures)
        Q_EMIT windowReady(*captures, token);
    else
        Q_EMIT failed(captures.error().message(), token);
}

void JournalReads::inspect(Sequence sequence, quint64 token)
{
    const JournalReader *journal = reader(token);
    if (!journal)
        return;
    Result<CaptureInspection> inspection = inspectCapture(*journal, sequence);
    if (inspection)
        Q_EMIT inspectionReady(std::make_shared<const CaptureInspection>(std::move(*inspection)), token);
    else
        Q_EMIT failed(inspection.error().message(), token);
}

} // namespace seatscope
