// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <functional>

namespace seatscope {

/// How a text is written at its place.
enum class TextCode : quint8 {
    Plain,
    Percent, ///< RFC 3986, section 2.1
    Json,    ///< between the quotes of a JSON string (RFC 8259, section 7)
};

/// The text that \a raw stands for; escapes that stand for nothing remain.
[[nodiscard]] QByteArray decodedText(QByteArrayView raw, TextCode code);

/// Changes a text in place: every character into one of as many bytes in UTF-8.
using TextChange = std::function<void(QByteArray &text)>;
/// \a raw after \a change to what it stands for. Each changed character is written as the one before it was, with or
/// without an escape, so the size stays; what is not changed stays byte for byte.
[[nodiscard]] QByteArray changedText(QByteArrayView raw, TextCode code, const TextChange &change);

} // namespace seatscope
