// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QLatin1StringView>
#include <QString>

#include <span>

namespace seatscope {

/// Whether \a bytes are a text that comes out of QString as it went in: UTF-8 without a byte order mark in front, which
/// decoders take away.
[[nodiscard]] bool isExactText(QByteArrayView bytes);

/// Appends \a utf8 as a JSON string, with no more escapes than RFC 8259, section 7, demands: quotes, backslashes and
/// control characters (in their short form where there is one).
void appendJsonString(QByteArray &line, QByteArrayView utf8);

/// Writes one JSON object without spaces, member by member, at the end of a line. Keys are written as they are: ASCII
/// without anything to escape.
class JsonlObject {
public:
    /// Appends to \a line, which must outlive the object.
    explicit JsonlObject(QByteArray &line) : m_line(line) { m_line += '{'; }

    void number(QLatin1StringView key, qint64 value);
    void text(QLatin1StringView key, QByteArrayView utf8);
    void text(QLatin1StringView key, const QString &text);
    /// Under \a key where they are exact text, else under \a key and "Base64" (RFC 4648, section 4).
    void bytes(QLatin1StringView key, QByteArrayView bytes);
    void yes(QLatin1StringView key);
    /// A value that is JSON already.
    void json(QLatin1StringView key, QByteArrayView json);
    void texts(QLatin1StringView key, std::span<const QByteArray> texts);
    void close() { m_line += '}'; }

private:
    void begin(QLatin1StringView key, QLatin1StringView suffix = {});

    QByteArray &m_line;
    bool m_isEmpty = true;
};

} // namespace seatscope
