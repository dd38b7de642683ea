// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/receive/httpanswer.h"

namespace seatscope {

namespace {

QByteArrayView reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 400:
        return "Bad Request";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 413:
        return "Content Too Large";
    case 414:
        return "URI Too Long";
    case 431:
        return "Request Header Fields Too Large";
    case 503:
        return "Service Unavailable";
    default:
        return "Answer";
    }
}

} // namespace

QByteArray httpAnswer(int status, const QByteArray &json, bool close, bool toHead)
{
    QByteArray answer;
    answer.reserve(160 + json.size());
    answer += "HTTP/1.1 ";
    answer += QByteArray::number(status);
    answer += ' ';
    answer += reasonPhrase(status);
    answer += "\r\nContent-Type: application/json\r\nContent-Length: ";
    answer += QByteArray::number(json.size());
    // RFC 9110 section 15.5.6: a 405 names what is allowed.
    if (status == 405)
        answer += "\r\nAllow: POST, GET, HEAD";
    if (close)
        answer += "\r\nConnection: close";
    answer += "\r\n\r\n";
    if (!toHead)
        answer += json;
    return answer;
}

} // namespace seatscope
