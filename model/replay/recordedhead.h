// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace seatscope {

/// One field of a head, as views of its bytes.
struct RecordedField {
    QByteArrayView bytes;   ///< with the ends of its lines; more than one where the value is continued
    QByteArrayView name;    ///< empty where there is no colon
    QByteArrayView blanks;  ///< between colon and value
    QByteArrayView value;   ///< without blanks around it
    QByteArrayView lineEnd; ///< "\r\n" or "\n"

    [[nodiscard]] bool is(QByteArrayView other) const { return name.compare(other, Qt::CaseInsensitive) == 0; }
    /// The field with another value.
    [[nodiscard]] QByteArray with(QByteArrayView newName, QByteArrayView newValue) const;
};

/// The head of a recorded request taken apart; views of \a head, which must live as long.
struct RecordedHead {
    QByteArrayView method;
    QByteArrayView target;
    QByteArrayView version;     ///< for example "HTTP/1.1"
    QByteArrayView afterTarget; ///< from the blank before the version to the end of the line
    std::vector<RecordedField> fields;
    QByteArrayView emptyLine;
};

/// Takes \a head apart. Lenient: lines may end in a mere LF and fields may be anything; but there has to be a request
/// line of three parts, and the empty line at the end. Linear.
[[nodiscard]] Result<RecordedHead> readRecordedHead(const QByteArray &head);

} // namespace seatscope
