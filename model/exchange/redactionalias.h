// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace seatscope {

/// Gives texts pseudonyms of the same shape: as many characters, each of the kind that was there (digit, small or
/// capital letter, Chinese character and so on) and as many bytes in UTF-8; signs stay. So numbers remain numbers, IPv4
/// addresses remain such, and hexadecimal signatures stay hexadecimal.
///
/// With one key a text always has the same pseudonym, different texts have different ones, and none is its own, unless
/// it has nothing but signs. It is a keyed permutation of all texts of a shape (a Feistel network over their
/// characters, eight rounds of BLAKE2b): without the key nothing leads back, and nothing has to be remembered.
/// Immutable; any thread.
class Pseudonyms {
public:
    /// \a key: 32 bytes of random numbers.
    explicit Pseudonyms(QByteArray key) : m_key(std::move(key)) {}
    /// A key that nobody knows.
    [[nodiscard]] static QByteArray randomKey();

    /// The pseudonym of \a text (UTF-8; bytes that are none stay).
    [[nodiscard]] QByteArray of(const QByteArray &text) const;

private:
    QByteArray m_key;
};

} // namespace seatscope
