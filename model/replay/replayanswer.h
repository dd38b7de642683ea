// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace seatscope {

/// What a target answered.
struct ReplayAnswer {
    int status = 0;
    QByteArray head;     ///< status line and fields with the empty line, byte for byte
    QByteArray body;     ///< without chunked framing; the first mostAnswerBytes of it
    qint64 bodySize = 0; ///< all of it, bytes
};

/// Of an answer's body no more is kept.
inline constexpr qint64 mostAnswerBytes = qint64{1} << 20;
/// A longer head of an answer is refused.
inline constexpr qsizetype mostAnswerHeadBytes = 64 << 10;

} // namespace seatscope
