// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/capturetexts.h"

namespace seatscope {

CaptureTexts::CaptureTexts(const Capture &capture)
    : m_capture(capture),
      m_peer(capture.summary.peer.toUtf8()),
      m_command(capture.summary.command.toUtf8()),
      m_room(capture.summary.room ? capture.summary.room->text().toUtf8() : QByteArray()),
      m_operatorAccount(capture.summary.operatorAccount ? capture.summary.operatorAccount->text().toUtf8()
                                                        : QByteArray()),
      m_reason(capture.summary.ruling.reason.toUtf8()),
      m_note(capture.summary.note.toUtf8())
{
}

CaptureRow CaptureTexts::row() const
{
    const CaptureSummary &summary = m_capture.summary;
    CaptureRow row;
    row.sequence = summary.sequence;
    row.receivedAt = summary.receivedAt;
    row.method = summary.method;
    row.target = summary.target;
    row.peer = m_peer;
    row.command = m_command;
    row.product = summary.product;
    if (summary.room)
        row.room = m_room;
    if (summary.operatorAccount)
        row.operatorAccount = m_operatorAccount;
    row.eventTime = summary.eventTime;
    row.verdict = summary.ruling.verdict;
    row.reason = m_reason;
    row.flags = summary.flags;
    row.duplicateOf = summary.duplicateOf;
    row.origin = summary.origin;
    row.status = summary.status;
    row.bodySize = summary.bodySize;
    row.bookmarked = summary.bookmarked;
    row.note = m_note;
    row.head = m_capture.head;
    row.body = m_capture.body;
    return row;
}

} // namespace seatscope
