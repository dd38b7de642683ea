// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exchange/redactionalias.h"

#include <QHash>

#include <array>
#include <vector>

namespace seatscope {

/// What is replaced.
enum class RedactedKind : quint8 {
    User,    ///< users, operators, their names
    Address, ///< of clients
    Secret,  ///< tokens, signatures, cookies, secret parts of paths
};
inline constexpr size_t redactedKinds = 3;

/// How much of a kind was replaced.
struct RedactedCount {
    qint64 distinct = 0;
    qint64 places = 0;
};

/// The texts that an export must not tell, with their pseudonyms. From one thread.
class RedactionWords {
public:
    explicit RedactionWords(Pseudonyms pseudonyms) : m_pseudonyms(std::move(pseudonyms)) {}

    /// More texts are replaced where a field says what they are, but not looked for elsewhere.
    static constexpr qsizetype mostWords = 500'000;

    /// Takes \a text (UTF-8) for one of them from now on.
    void learn(const QByteArray &text, RedactedKind kind);
    /// Puts its pseudonym in the place of \a text, whether it is known or not.
    void replaceWhole(QByteArray &text, RedactedKind kind);
    /// The same where \a text is known.
    bool replaceIfKnown(QByteArray &text);
    /// Replaces all that is known within \a text: the longest first, and those of shortestSearched bytes at least
    /// (secrets: shortestSecret). Digits alone count only where no digit is beside them.
    void replaceWithin(QByteArray &text);

    static constexpr qsizetype shortestSearched = 4;
    static constexpr qsizetype shortestSecret = 8;

    [[nodiscard]] RedactedCount count(RedactedKind kind) const { return m_counts.at(static_cast<size_t>(kind)); }
    /// More was there than is looked for.
    [[nodiscard]] bool isFull() const { return m_words.size() >= mostWords; }

private:
    struct Word {
        QByteArray pseudonym;
        RedactedKind kind = RedactedKind::User;
        bool hasOnlyDigits = false;
    };
    [[nodiscard]] QHash<QByteArray, Word>::const_iterator longestAt(const QByteArray &text, qsizetype at) const;
    void countPlace(RedactedKind kind) { ++m_counts.at(static_cast<size_t>(kind)).places; }

    Pseudonyms m_pseudonyms;
    QHash<QByteArray, Word> m_words;
    /// By the first bytes of those that are searched: their lengths, descending.
    QHash<quint32, std::vector<qsizetype>> m_lengths;
    /// Which first bytes there may be: nearly every place of a text is passed with one look.
    std::vector<bool> m_beginnings = std::vector<bool>(size_t{1} << 16U);
    std::array<RedactedCount, redactedKinds> m_counts;
};

} // namespace seatscope
