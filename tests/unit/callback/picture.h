// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/decodedcallback.h"

#include <QStringList>

namespace seatscope::test {

/// The findings as lines for expectations: "number-for-text /RoomId 778899".
inline QStringList picture(const Findings &findings)
{
    QStringList lines;
    for (const Finding &finding : findings) {
        lines += QString(QString(findingName(finding.code)) + QLatin1Char(' ') + finding.pointer + QLatin1Char(' ') +
                         finding.actual);
    }
    return lines;
}

/// The seats as one line: "0:alice 1:- 3:-LVA"; "none" when there is no list.
inline QString picture(const std::optional<std::vector<SeatReport>> &seats)
{
    if (!seats)
        return QStringLiteral("none");
    QStringList parts;
    for (const SeatReport &seat : *seats) {
        const QString user = seat.user ? seat.user->text() : QStringLiteral("-");
        QString part = QString::number(seat.index.value()) + QLatin1Char(':') + user;
        part += QLatin1String(seat.locked ? "L" : "") + QLatin1String(seat.videoDisabled ? "V" : "") +
                QLatin1String(seat.audioDisabled ? "A" : "");
        parts += part;
    }
    return parts.join(QLatin1Char(' '));
}

} // namespace seatscope::test
