// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/redactionutf8.h"

#include <QString>

namespace seatscope {

namespace {

/// How long a character is whose first byte is \a lead, by that byte alone; 0 when none begins so.
qsizetype lengthByLead(quint8 lead)
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead < 0xE0)
        return 2;
    if (lead >= 0xE0 && lead < 0xF0)
        return 3;
    return lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
}

} // namespace

Utf8Character firstUtf8Character(QByteArrayView bytes)
{
    const auto lead = static_cast<quint8>(bytes.front());
    const qsizetype size = lengthByLead(lead);
    if (size == 0 || size > bytes.size() || !bytes.first(size).isValidUtf8())
        return {lead, 1, false};
    if (size == 1)
        return {lead, 1, true};
    char32_t point = lead & (0x7FU >> static_cast<unsigned>(size));
    for (qsizetype i = 1; i < size; ++i)
        point = (point << 6U) | (static_cast<quint8>(bytes[i]) & 0x3FU);
    return {point, size, true};
}

QByteArray utf8Of(char32_t point)
{
    return QString::fromUcs4(&point, 1).toUtf8();
}

} // namespace seatscope
