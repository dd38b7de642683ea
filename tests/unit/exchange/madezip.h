// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QtEndian>

#include <array>
#include <optional>
#include <vector>

namespace seatscope::test {

/// An entry of a zip that is written by hand, because no library would write it so.
struct MadeEntry {
    QByteArray name;
    QByteArray content; ///< is stored as it is
    quint16 flags = 0;  ///< general purpose bits
    quint32 mode = 0100644;
    std::optional<quint32> toldSize = {}; ///< unpacked and packed, where that is a lie
    bool hasWrongSum = false;
};

template<typename Number>
[[nodiscard]] QByteArray littleEndian(Number number)
{
    QByteArray bytes(sizeof(Number), '\0');
    qToLittleEndian(number, bytes.data());
    return bytes;
}

[[nodiscard]] inline quint32 crc32(const QByteArray &bytes)
{
    quint32 sum = 0xFFFFFFFFU;
    for (const char c : bytes) {
        sum ^= static_cast<uchar>(c);
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum >> 1U) ^ ((sum & 1U) != 0 ? 0xEDB88320U : 0U);
    }
    return ~sum;
}

/// The fields that an entry has at its place and in the list at the end (APPNOTE 4.3.7, 4.3.12).
[[nodiscard]] inline QByteArray commonFields(const MadeEntry &entry)
{
    constexpr quint16 versionNeeded = 20;
    constexpr quint16 stored = 0;
    constexpr quint16 time = 0x5000;
    constexpr quint16 date = 0x5D76; // 2026-11-22
    const quint32 size = entry.toldSize.value_or(static_cast<quint32>(entry.content.size()));
    const quint32 sum = crc32(entry.content) + (entry.hasWrongSum ? 1 : 0);
    return littleEndian(versionNeeded) + littleEndian(entry.flags) + littleEndian(stored) + littleEndian(time) +
           littleEndian(date) + littleEndian(sum) + littleEndian(size) + littleEndian(size) +
           littleEndian(static_cast<quint16>(entry.name.size())) + littleEndian(quint16{0});
}

[[nodiscard]] inline QByteArray madeZip(const std::vector<MadeEntry> &entries)
{
    QByteArray zip;
    QByteArray list;
    for (const MadeEntry &entry : entries) {
        constexpr quint16 madeByUnix = 3U << 8U;
        list += QByteArray("PK\1\2") + littleEndian(madeByUnix) + commonFields(entry) + littleEndian(quint16{0}) +
                littleEndian(quint16{0}) + littleEndian(quint16{0}) + littleEndian(quint32{entry.mode << 16U}) +
                littleEndian(static_cast<quint32>(zip.size())) + entry.name;
        zip += QByteArray("PK\3\4") + commonFields(entry) + entry.name + entry.content;
    }
    const auto count = static_cast<quint16>(entries.size());
    return zip + list + QByteArray("PK\5\6") + littleEndian(quint32{0}) + littleEndian(count) + littleEndian(count) +
           littleEndian(static_cast<quint32>(list.size())) + littleEndian(static_cast<quint32>(zip.size())) +
           littleEndian(quint16{0});
}

} // namespace seatscope::test
