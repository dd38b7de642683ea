// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace seatscope {

/// \a text for a view of one line: control characters and what would reorder or hide text (bidirectional
/// overrides, zero-width marks, lone surrogates) become escapes such as \n and \u202E. Pictures of control characters
/// (U+2400 …) are missing in common fonts.
[[nodiscard]] QString visibleText(const QString &text);

/// \a id as visibleText() shows it, with blanks at its ends as signs: "␣" for a space, an escape for another one. An id
/// of blanks alone would not be seen, and one that ends in a blank would look like another.
[[nodiscard]] QString visibleId(const QString &id);

/// \a text as a tooltip that shows exactly this text: Qt would read tags in a plain string as rich text.
/// Long texts are cut. Line breaks stay, everything else goes through visibleText.
[[nodiscard]] QString plainToolTip(const QString &text);

/// Printable UTF-8 as it is, everything else as \xNN; line feeds break the line, a carriage return before one is left
/// out, any other is shown as \r.
[[nodiscard]] QString visibleBytes(const QByteArray &bytes);

/// Sixteen bytes a line: offset, hexadecimal, printable ASCII. \a firstOffset numbers the first byte.
[[nodiscard]] QString hexDump(const QByteArray &bytes, qint64 firstOffset = 0);

} // namespace seatscope
