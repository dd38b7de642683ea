// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

namespace seatscope {

/// Reads what a PackWriter wrote. The bytes may come from anywhere: at the first that cannot be right the reader fails
/// and stays so, and from then on reads zeros and empty texts. The bytes must outlive it.
class PackReader {
public:
    explicit PackReader(QByteArrayView bytes) : m_rest(bytes) {}

    [[nodiscard]] qint64 integer();
    /// A view into the bytes.
    [[nodiscard]] QByteArrayView bytes();

    void fail() { m_failed = true; }
    [[nodiscard]] bool isSound() const { return !m_failed; }
    [[nodiscard]] bool atEnd() const { return m_rest.isEmpty(); }

private:
    QByteArrayView m_rest; ///< what has not been read
    bool m_failed = false;
};

} // namespace seatscope
