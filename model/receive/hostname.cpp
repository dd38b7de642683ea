// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/receive/hostname.h"

#include <algorithm>

namespace seatscope {

namespace {

constexpr int maxPort = 65535;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// A character of reg-name (RFC 3986 section 3.2.2), the percent sign of an encoded one left out.
bool isNameCharacter(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           QByteArrayView("-._~!$&'()*+,;=").contains(c);
}

bool isName(QByteArrayView text)
{
    while (!text.isEmpty()) {
        if (text.front() == '%') {
            if (text.size() < 3 || !isHexDigit(text.at(1)) || !isHexDigit(text.at(2)))
                return false;
            text = text.sliced(3);
        } else if (isNameCharacter(text.front())) {
            text = text.sliced(1);
        } else {
            return false;
        }
    }
    return true;
}

/// What stands between the brackets. The form of its groups is not checked: nobody connects to it.
bool isIpv6(QByteArrayView text)
{
    const auto fits = [](char c) { return isHexDigit(c) || c == ':' || c == '.'; };
    return text.size() >= 2 && text.contains(':') && std::all_of(text.begin(), text.end(), fits);
}

bool isPort(QByteArrayView text)
{
    int port = 0;
    for (const char c : text) {
        if (!isDigit(c) || port > maxPort)
            return false;
        port = port * 10 + (c - '0');
    }
    return port <= maxPort;
}

} // namespace

bool isHostAndPort(QByteArrayView text)
{
    const bool bracket = text.startsWith('[');
    const qsizetype hostEnd = bracket ? text.indexOf(']') + 1 : text.indexOf(':');
    if (bracket && hostEnd == 0)
        return false;
    const QByteArrayView host = hostEnd < 0 ? text : text.first(hostEnd);
    const QByteArrayView rest = text.sliced(host.size());
    const bool hostFits = bracket ? isIpv6(host.sliced(1).chopped(1)) : !host.isEmpty() && isName(host);
    return hostFits && (rest.isEmpty() || (rest.front() == ':' && isPort(rest.sliced(1))));
}

} // namespace seatscope
