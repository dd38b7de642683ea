// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/query/filterscan.h"

#include <QList>

namespace seatscope::test {

// The ways to the captures that a filter lets pass. Failures are a list with −1 alone.

/// By asking the filter about each capture.
[[nodiscard]] QList<qint64> byFilter(const JournalReader &reader, const Filter &filter);
/// By a scan, ascending whatever the \a order.
[[nodiscard]] QList<qint64> byScan(const JournalReader &reader, const Filter &filter, ReadingOrder order,
                                   const ScanBudget &budget = {});
/// By SQL alone: what can pass.
[[nodiscard]] QList<qint64> bySql(const JournalReader &reader, const CompiledFilter &compiled);

/// "1-3,7" as a list.
[[nodiscard]] QList<qint64> sequences(const QString &text);

} // namespace seatscope::test
