// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <array>
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
        quint64 rest = (static_cast<quint64>(number) << 1) ^ static_cast<quint64>(number >> 63);
        std::array<char, 10> digits{};
        std::size_t count = 0;
        for (; rest >= 0x80; rest >>= 7)
            digits.at(count++) = static_cast<char>((rest & 0x7F) | 0x80);
        digits.at(count++) = static_cast<char>(rest);
        m_bytes.append(digits.data(), static_cast<qsizetype>(count));
    }

    /// Their number, then the bytes themselves.
    void bytes(QByteArrayView bytes)
    {
        integer(bytes.size());
        m_bytes.append(bytes);
    }

    [[nodiscard]] QByteArray take() { return std::exchange(m_bytes, {}); }

private:
    QByteArray m_bytes;
};

} // namespace seatscope
