// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/journal/capture.h"

#include <QByteArrayView>

#include <optional>

namespace seatscope {

/// A capture as a journal holds it: its texts are the bytes that are stored, UTF-8 unless the journal is damaged.
/// Whoever reads many captures and needs no text of them as a QString saves most of the time that a Capture takes. The
/// views are of memory that somebody else holds.
struct CaptureRow {
    Sequence sequence;
    ArrivalTime receivedAt; ///< µs
    QByteArrayView method;
    QByteArrayView target;
    QByteArrayView peer;
    QByteArrayView command;
    Product product = Product::Unknown;
    std::optional<QByteArrayView> room;
    std::optional<QByteArrayView> operatorAccount;
    std::optional<EventTime> eventTime; ///< ms
    Verdict verdict = Verdict::Accepted;
    QByteArrayView reason;
    CaptureFlags flags;
    std::optional<Sequence> duplicateOf;
    std::optional<Sequence> origin; ///< what it was edited from
    int status = 0;
    qint64 bodySize = 0; ///< bytes
    bool bookmarked = false;
    QByteArrayView note;
    QByteArrayView head; ///< empty where it was not asked for
    QByteArrayView body; ///< empty where it was not asked for
};

/// What \a row says, held on its own. Pure; any thread.
[[nodiscard]] CaptureSummary summaryOf(const CaptureRow &row);
[[nodiscard]] Capture captureOf(const CaptureRow &row);

} // namespace seatscope
