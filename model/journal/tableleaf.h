// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QList>

#include <optional>
#include <vector>

namespace seatscope {

/// A row in a leaf page of a table: https://www.sqlite.org/fileformat2.html, section 1.6 "B-tree Pages".
struct LeafCell {
    qint64 rowId = 0;
    qint64 payloadSize = 0; ///< bytes, with what is on overflow pages
    QByteArrayView local;   ///< what of the payload is in the page; the page must outlive it
    quint32 overflow = 0;   ///< the first overflow page; 0 when all is in the page
};

/// The rows of \a page, of which the first \a usable bytes count; none when it is no leaf of a table. Cells that do not
/// fit the page, payloads above \a maxPayload, and cells whose number breaks the ascending order are left out: each is
/// damage. Pure; linear in the size of the page but for the order, whose time grows with n log n.
[[nodiscard]] std::vector<LeafCell> leafCells(QByteArrayView page, qsizetype usable, qint64 maxPayload);

/// A value of a record.
struct RecordValue {
    enum class Type : quint8 { Null, Integer, Text, Blob };
    Type type = Type::Null;
    qint64 integer = 0;
    QByteArrayView bytes; ///< of a text or a blob; the payload must outlive it
};

/// The values of a whole \a payload: https://www.sqlite.org/fileformat2.html, section 2.1 "Record Format". Nothing when
/// it is none, or one with floating-point numbers or too many columns, of which journals have none. Pure; linear.
[[nodiscard]] std::optional<std::vector<RecordValue>> recordValues(QByteArrayView payload);

} // namespace seatscope
