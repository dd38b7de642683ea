// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/callback/shorttext.h"

namespace seatscope {

QString shortText(QStringView text)
{
    if (text.size() <= shortTextLimit)
        return text.toString();
    const bool splitsPair = text.at(shortTextLimit - 1).isHighSurrogate();
    return text.first(splitsPair ? shortTextLimit - 1 : shortTextLimit).toString() + QChar(u'…');
}

QString shortText(QByteArrayView utf8)
{
    // No character takes more than four bytes, so this many bytes hold one character more than is shown.
    constexpr qsizetype enough = 4 * (shortTextLimit + 1);
    const QString text = QString::fromUtf8(utf8.first(qMin(utf8.size(), enough)));
    return shortText(QStringView(text));
}

} // namespace seatscope
