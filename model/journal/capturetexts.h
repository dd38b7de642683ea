// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/journal/capturerow.h"

namespace seatscope {

/// Shows a Capture as the row that a journal would hold of it. Keeps its texts in UTF-8; the capture must live as long.
class CaptureTexts {
public:
    explicit CaptureTexts(const Capture &capture);

    /// Valid as long as this is.
    [[nodiscard]] CaptureRow row() const;

private:
    const Capture &m_capture;
    QByteArray m_peer;
    QByteArray m_command;
    QByteArray m_room;
    QByteArray m_operatorAccount;
    QByteArray m_reason;
    QByteArray m_note;
};

} // namespace seatscope
