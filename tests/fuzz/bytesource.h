// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

namespace seatscope::fuzz {

/// Makes small numbers of an input, one byte each; zeros once it is used up.
class ByteSource {
public:
    explicit ByteSource(QByteArrayView bytes) : m_rest(bytes) {}

    [[nodiscard]] bool isEmpty() const { return m_rest.isEmpty(); }
    /// From 0 to \a end − 1; \a end is at most 256.
    int pick(int end)
    {
        if (m_rest.isEmpty())
            return 0;
        const auto byte = static_cast<unsigned char>(m_rest.front());
        m_rest = m_rest.sliced(1);
        return byte % end;
    }

private:
    QByteArrayView m_rest;
};

/// Numbers that depend on nothing but the input: the same input always fails in the same way.
class InputDice {
public:
    explicit InputDice(QByteArrayView input)
    {
        for (const char byte : input)
            m_state = (m_state ^ static_cast<unsigned char>(byte)) * 1099511628211U; // FNV-1a
    }

    /// From 0 to \a end − 1.
    qsizetype pick(qsizetype end)
    {
        m_state = m_state * 6364136223846793005U + 1442695040888963407U;
        return static_cast<qsizetype>((m_state >> 33U) % static_cast<quint64>(end));
    }

private:
    quint64 m_state = 14695981039346656037U;
};

} // namespace seatscope::fuzz
