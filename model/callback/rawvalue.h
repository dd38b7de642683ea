// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

namespace seatscope {

/// A value of a body before it is known what it should have been. Valid as long as what was read.
struct RawValue {
    enum class Kind : quint8 { Absent, Null, True, False, Number, Text, Object, Array };

    Kind kind = Kind::Absent;
    QByteArrayView text; ///< of a Text its UTF-8, of a Number the characters as they were sent

    [[nodiscard]] bool isPresent() const { return kind != Kind::Absent; }
    /// The value for a person, short: `144115233775727695`, `"true"`, `null`, `an object`.
    [[nodiscard]] QString summary() const;
};

/// Where a field stands; becomes a JSON pointer only when there is a finding to report.
struct FieldPlace {
    QLatin1StringView name;
    QLatin1StringView parent = {}; ///< the member of the root that holds the field, empty for a field of the root
    qint64 element = -1;           ///< its place in the parent's list, −1 where the parent is no list
    qint64 item = -1;              ///< the place in the field's own list, −1 for the field itself

    [[nodiscard]] QString pointer() const;
};

/// \a key as a step of a JSON pointer (RFC 6901: ~ and / escaped). Keys beyond 256 bytes are cut, with an ellipsis.
[[nodiscard]] QString pointerStep(QByteArrayView key);

} // namespace seatscope
