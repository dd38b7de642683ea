// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <algorithm>
#include <utility>

namespace seatscope {

/// Writes numbers and texts to bytes, for a PackReader: numbers in as few bytes as they need, since most are small.
/// Whoever writes a snapshot of the rooms waits for it, and QDataStream took four times as long.
class PackWriter {
public:
    /// As signed "varint": zigzag, then seven bits a byte with the lowest first
    /// (https://protobuf.dev/programming-guides/encoding/#varints).
    void integer(qint64 number)
    {
        constexpr qsizetype mostDigits = 10;
        char *const begin = roomFor(mostDigits);
        char *end = begin;
        quint64 rest = (static_cast<quint64>(number) << 1) ^ static_cast<quint64>(number >> 63);
        for (; rest >= 0x80; rest >>= 7)
            *end++ = static_cast<char>((rest & 0x7F) | 0x80);
        *end++ = static_cast<char>(rest);
        m_size += end - begin;
    }

    /// Their number, then the bytes themselves.
    void bytes(QByteArrayView bytes)
    {
        integer(bytes.size());
        std::copy(bytes.begin(), bytes.end(), roomFor(bytes.size()));
        m_size += bytes.size();
    }

    [[nodiscard]] QByteArray take()
    {
        m_bytes.truncate(std::exchange(m_size, 0));
        return std::exchange(m_bytes, {});
    }

private:
    /// Where the next \a count bytes go. Adding to a QByteArray byte by byte takes longer than all else here.
    char *roomFor(qsizetype count)
    {
        if (m_bytes.size() - m_size < count)
            m_bytes.resize(std::max(2 * m_bytes.size(), m_size + count + 4096));
        return m_bytes.data() + m_size;
    }

    QByteArray m_bytes;   ///< longer than what is written
    qsizetype m_size = 0; ///< of what is written
};

} // namespace seatscope
