// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/decodedcallback.h"
#include "model/core/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace seatscope {

// How a body is edited without its bytes being lost. Pure; linear; any thread.

/// How the lines of a text end.
enum class LineEnd : quint8 { Lf, CrLf };

/// A body as text whose lines end in "\n".
struct BodyText {
    QString text;
    LineEnd lineEnd = LineEnd::Lf; ///< as they are sent
};

/// \a body as text; nothing where an editor of text would lose some of it: bytes that are no UTF-8, a byte order mark,
/// control characters, line ends of two sorts.
[[nodiscard]] std::optional<BodyText> bodyAsText(const QByteArray &body);
/// The bytes that \a text stands for.
[[nodiscard]] QByteArray bodyFromText(const BodyText &text);

/// \a body in hexadecimal, 16 bytes a line.
[[nodiscard]] QString bodyAsHex(const QByteArray &body);
/// The bytes that \a hex names: pairs of digits, with blanks and line breaks between them as one likes. The Error says
/// where.
[[nodiscard]] Result<QByteArray> bodyFromHex(const QString &hex);

struct JsonCheck {
    std::optional<JsonError> error; ///< what keeps a text from being JSON (RFC 8259), and where
    bool hasHalves = false;         ///< there are escapes of half a surrogate pair, which stand for no character
};
[[nodiscard]] JsonCheck checkJsonOf(const QByteArray &body);

} // namespace seatscope
