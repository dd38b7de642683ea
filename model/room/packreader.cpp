// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/room/packreader.h"

namespace seatscope {

qint64 PackReader::integer()
{
    constexpr int bits = 64;
    quint64 number = 0;
    qsizetype count = 0;
    for (int shift = 0; isSound(); shift += 7) {
        if (count == m_rest.size() || shift >= bits) {
            fail();
            break;
        }
        const auto digit = static_cast<quint8>(m_rest[count++]);
        const quint64 part = digit & 0x7FU;
        if ((part << shift) >> shift != part) {
            fail();
            break;
        }
        number |= part << shift;
        if (digit < 0x80)
            break;
    }
    if (!isSound())
        return 0;
    m_rest = m_rest.sliced(count);
    return static_cast<qint64>((number >> 1) ^ (~(number & 1) + 1));
}

QByteArrayView PackReader::bytes()
{
    const qint64 count = integer();
    if (count < 0 || count > m_rest.size())
        fail();
    if (!isSound())
        return {};
    const QByteArrayView read = m_rest.first(count);
    m_rest = m_rest.sliced(count);
    return read;
}

} // namespace seatscope
