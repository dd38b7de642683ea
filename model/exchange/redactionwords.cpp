// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/redactionwords.h"

#include <algorithm>
#include <cstring>

namespace seatscope {

namespace {

/// Tencent's own name for what nobody did: it is no user.
constexpr char systemAccount[] = "@TIM#SYSTEM";

quint32 beginningOf(const char *text)
{
    quint32 bytes = 0;
    std::memcpy(&bytes, text, sizeof bytes);
    return bytes;
}

size_t slotOf(quint32 beginning)
{
    return (beginning * 2654435761U) >> 16U;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

void RedactionWords::learn(const QByteArray &text, RedactedKind kind)
{
    if (text.isEmpty() || text == systemAccount || isFull() || m_words.contains(text))
        return;
    ++m_counts.at(static_cast<size_t>(kind)).distinct;
    m_words.insert(text, {m_pseudonyms.of(text), kind, std::ranges::all_of(text, isDigit)});
    if (text.size() < (kind == RedactedKind::Secret ? shortestSecret : shortestSearched))
        return;
    const quint32 beginning = beginningOf(text.constData());
    m_beginnings[slotOf(beginning)] = true;
    std::vector<qsizetype> &lengths = m_lengths[beginning];
    const auto place = std::ranges::lower_bound(lengths, text.size(), std::greater());
    if (place == lengths.end() || *place != text.size())
        lengths.insert(place, text.size());
}

void RedactionWords::replaceWhole(QByteArray &text, RedactedKind kind)
{
    if (text.isEmpty() || text == systemAccount || replaceIfKnown(text))
        return;
    text = m_pseudonyms.of(text);
    countPlace(kind);
}

bool RedactionWords::replaceIfKnown(QByteArray &text)
{
    const auto word = m_words.constFind(text);
    if (word == m_words.cend())
        return false;
    countPlace(word->kind);
    text = word->pseudonym;
    return true;
}

QHash<QByteArray, RedactionWords::Word>::const_iterator RedactionWords::longestAt(const QByteArray &text,
                                                                                  qsizetype at) const
{
    const quint32 beginning = beginningOf(text.constData() + at);
    if (!m_beginnings[slotOf(beginning)])
        return m_words.cend();
    const auto lengths = m_lengths.constFind(beginning);
    if (lengths == m_lengths.cend())
        return m_words.cend();
    for (const qsizetype length : *lengths) {
        if (at + length > text.size())
            continue;
        const auto word = m_words.constFind(QByteArray::fromRawData(text.constData() + at, length));
        if (word == m_words.cend())
            continue;
        const bool isPartOfNumber =
            word->hasOnlyDigits &&
            ((at > 0 && isDigit(text.at(at - 1))) || (at + length < text.size() && isDigit(text.at(at + length))));
        if (!isPartOfNumber)
            return word;
    }
    return m_words.cend();
}

void RedactionWords::replaceWithin(QByteArray &text)
{
    if (m_lengths.isEmpty())
        return;
    for (qsizetype at = 0; at + shortestSearched <= text.size();) {
        const auto word = longestAt(text, at);
        if (word == m_words.cend()) {
            ++at;
            continue;
        }
        const QByteArray &pseudonym = word->pseudonym;
        text.replace(at, pseudonym.size(), pseudonym);
        countPlace(word->kind);
        at += pseudonym.size();
    }
}

} // namespace seatscope
