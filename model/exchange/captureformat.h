// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/journal/capturerow.h"

#include <QByteArray>

namespace seatscope {

/// Turns captures into the bytes of one file, one capture after the other, holding on to none of them. It only makes
/// bytes: who writes them, and what becomes of a full disk, is the exporter's. Use from one thread.
class CaptureFormat {
public:
    virtual ~CaptureFormat() = default;

    /// What stands before the first capture.
    [[nodiscard]] virtual QByteArray begin() { return {}; }
    /// One \a capture, with head and body.
    [[nodiscard]] virtual QByteArray entry(const Capture &capture) = 0;
    /// Appends to \a bytes what entry() makes of the capture in \a row. A format that needs no Capture for it is
    /// faster.
    virtual void append(const CaptureRow &row, QByteArray &bytes) { bytes += entry(captureOf(row)); }
    /// What stands behind the last one.
    [[nodiscard]] virtual QByteArray end() { return {}; }
};

} // namespace seatscope
