// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

namespace seatscope {

/// A field of a head.
struct HeadField {
    QByteArray name;  ///< as recorded, in its own case
    QByteArray value; ///< without the blanks around it
    QByteArray line;  ///< the whole line without its CR LF
};

/// A head that is well formed: METHOD TARGET HTTP/x, fields, an empty line; each line ends with CR LF.
struct HttpHead {
    QByteArray method;
    QByteArray target;
    QByteArray version; ///< for example "HTTP/1.1"
    std::vector<HeadField> fields;
};

// All of these are pure; any thread.

/// The parts of \a head; nothing when it is not well formed (RFC 9112 sections 2 to 5), as those of refused requests.
[[nodiscard]] std::optional<HttpHead> readHead(QByteArrayView head);
/// The bytes of a head with \a fields, each as "Name: value".
[[nodiscard]] QByteArray writtenHead(const HttpHead &head);
/// The first field with \a name, in any case; null when there is none.
[[nodiscard]] const HeadField *findField(const HttpHead &head, QByteArrayView name);
/// Whether \a name and \a other are the same but for the case of ASCII letters.
[[nodiscard]] bool isSameName(QByteArrayView name, QByteArrayView other);
/// Whether \a text is a token, as methods and names of fields are (RFC 9110 section 5.6.2).
[[nodiscard]] bool isToken(QByteArrayView text);
/// Whether \a text has a control character other than a tab.
[[nodiscard]] bool hasControlCharacter(QByteArrayView text);
/// Whether \a head announces a body in chunks.
[[nodiscard]] bool isChunked(const HttpHead &head);

} // namespace seatscope
