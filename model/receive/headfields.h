// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/receive/requesthead.h"

#include <QByteArrayView>
#include <QLatin1StringView>

namespace seatscope {

/// Reads the lines of a request's head one after the other and gathers what they say about framing. Strict where
/// leniency lets two programs see different requests (RFC 9112 section 11.2). Allocates for method and target only.
class HeadFields {
public:
    /// Reads the request line, without its CR LF. The result is what is wrong, empty when nothing is.
    [[nodiscard]] QLatin1StringView readRequestLine(QByteArrayView line, RequestHead &head);
    /// Reads a field line, without its CR LF.
    [[nodiscard]] QLatin1StringView readField(QByteArrayView line, RequestHead &head);
    /// Judges the fields together, after the last one.
    [[nodiscard]] QLatin1StringView finish(RequestHead &head) const;

private:
    [[nodiscard]] QLatin1StringView readHost(QByteArrayView value, const RequestHead &head);
    void readConnection(QByteArrayView value);

    int m_hosts = 0;
    bool m_http10 = false;
    bool m_close = false;
    bool m_upgrade = false;
    bool m_webSocket = false;
};

/// Whether \a byte may stand in a method or a field's name: tchar of RFC 9110 section 5.6.2.
[[nodiscard]] bool isTokenByte(char byte);

} // namespace seatscope
