// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/strongtypes.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace seatscope {

/// One record of a CSV file (RFC 4180). A text that a spreadsheet would take for a formula (it begins with =, +, -, @,
/// a tab or a line end) gets an apostrophe in front; numbers and times are ours and stay as they are.
class CsvRecord {
public:
    CsvRecord &text(const QString &text);
    /// Bytes as text. What is no UTF-8, and NUL, becomes U+FFFD: a table is for reading, jsonl keeps the bytes.
    CsvRecord &bytes(QByteArrayView bytes);
    /// One of our own words, without anything to quote.
    CsvRecord &word(QLatin1StringView word);
    CsvRecord &number(qint64 value);
    CsvRecord &flag(bool value);
    CsvRecord &none();
    /// UTC, ISO 8601 with µs.
    CsvRecord &arrival(ArrivalTime time);
    /// UTC, ISO 8601 with ms.
    CsvRecord &time(EventTime time);
    /// The record with its line end, CRLF.
    [[nodiscard]] QByteArray line() const { return m_line + "\r\n"; }

private:
    QByteArray &field();

    QByteArray m_line;
    bool m_isEmpty = true;
};

} // namespace seatscope
