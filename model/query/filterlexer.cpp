// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/query/filterlexer.h"

#include <QCoreApplication>

#include <array>
#include <optional>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

using Kind = FilterToken::Kind;

struct FilterText {
    Q_DECLARE_TR_FUNCTIONS(seatscope::Filter)
};

struct Sign {
    QLatin1StringView text;
    Kind kind = Kind::End;
};

/// Longer ones first.
constexpr std::array signTable{
    Sign{"=="_L1, Kind::Equal},          Sign{"!="_L1, Kind::NotEqual}, Sign{"<="_L1, Kind::LessOrEqual},
    Sign{">="_L1, Kind::GreaterOrEqual}, Sign{".."_L1, Kind::Range},    Sign{"<"_L1, Kind::Less},
    Sign{">"_L1, Kind::Greater},         Sign{"~"_L1, Kind::Matches},   Sign{"("_L1, Kind::Open},
    Sign{")"_L1, Kind::Close},           Sign{","_L1, Kind::Comma},
};

class Lexer {
public:
    explicit Lexer(QStringView text) : m_text(text) {}

    [[nodiscard]] Result<std::vector<FilterToken>> tokens();

private:
    [[nodiscard]] Result<FilterToken> next();
    [[nodiscard]] Result<FilterToken> quoted();
    [[nodiscard]] Result<FilterToken> word();
    [[nodiscard]] Result<void> takeEscape(QString &into);
    [[nodiscard]] Result<void> takeUnicode(QString &into);
    [[nodiscard]] Result<void> takeQuotedName();
    [[nodiscard]] bool endsWord() const;
    [[nodiscard]] bool startsWith(QLatin1StringView text) const { return m_text.sliced(m_at).startsWith(text); }
    [[nodiscard]] bool atEnd() const { return m_at == m_text.size(); }
    [[nodiscard]] tl::unexpected<Error> fails(qsizetype offset, QString what, QString remedy = {}) const
    {
        return filterFailure(m_text, offset, std::move(what), std::move(remedy));
    }

    QStringView m_text;
    qsizetype m_at = 0;
    bool m_isPattern = false; ///< the last token was ~
};

/// Where the first surrogate without its other half stands, −1 when there is none.
qsizetype loneSurrogate(QStringView text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!text.at(i).isSurrogate())
            continue;
        const bool isPair = text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        if (!isPair)
            return i;
        ++i;
    }
    return -1;
}

Result<std::vector<FilterToken>> Lexer::tokens()
{
    if (characterCount(m_text) > longestFilter)
        return fails(m_text.size(), FilterText::tr("the filter is longer than %1 characters").arg(longestFilter));
    if (const qsizetype lone = loneSurrogate(m_text); lone >= 0)
        return fails(lone, FilterText::tr("this is half of a character"));
    std::vector<FilterToken> tokens;
    do {
        Result<FilterToken> token = next();
        if (!token)
            return tl::unexpected<Error>(token.error());
        m_isPattern = token->kind == Kind::Matches;
        tokens.push_back(*std::move(token));
    } while (tokens.back().kind != Kind::End);
    return tokens;
}

Result<FilterToken> Lexer::next()
{
    while (!atEnd() && m_text.at(m_at).isSpace())
        ++m_at;
    if (atEnd())
        return FilterToken{Kind::End, {}, m_at};
    if (m_text.at(m_at) == u'"')
        return quoted();
    for (const Sign &sign : signTable) {
        if (startsWith(sign.text)) {
            FilterToken token{sign.kind, QString(sign.text), m_at};
            m_at += sign.text.size();
            return token;
        }
    }
    switch (m_text.at(m_at).unicode()) {
    case u'=':
        return fails(m_at, FilterText::tr("\"is equal\" is written =="));
    case u'!':
        return fails(m_at, FilterText::tr("\"not\" is written as a word"), FilterText::tr("Write not, or !=."));
    case u'\'':
        return fails(m_at, FilterText::tr("texts stand between double quotes"));
    default:
        return word();
    }
}

Result<FilterToken> Lexer::quoted()
{
    const qsizetype start = m_at++;
    QString text;
    while (!atEnd() && m_text.at(m_at) != u'"') {
        if (m_text.at(m_at) != u'\\') {
            text += m_text.at(m_at++);
        } else if (m_isPattern && m_at + 1 < m_text.size()) {
            text += m_text.sliced(m_at, 2);
            m_at += 2;
        } else if (const Result<void> taken = takeEscape(text); !taken) {
            return tl::unexpected<Error>(taken.error());
        }
    }
    if (atEnd())
        return fails(start, FilterText::tr("this text does not end"), FilterText::tr("Close it with a double quote."));
    ++m_at;
    return FilterToken{Kind::Text, text, start};
}

Result<void> Lexer::takeEscape(QString &into)
{
    const qsizetype start = m_at++;
    const char16_t named = atEnd() ? u'\0' : m_text.at(m_at++).unicode();
    switch (named) {
    case u'"':
    case u'\\':
        into += QChar(named);
        return {};
    case u'n':
        into += u'\n';
        return {};
    case u'r':
        into += u'\r';
        return {};
    case u't':
        into += u'\t';
        return {};
    case u'u':
        return takeUnicode(into);
    default:
        return fails(start, FilterText::tr("there is no such escape"),
                     FilterText::tr("Write \\\\ for a backslash; \\\", \\n, \\r, \\t and \\uXXXX are escapes."));
    }
}

/// Behind \u: four hexadecimal digits, or a pair of such escapes for a character beyond them.
Result<void> Lexer::takeUnicode(QString &into)
{
    const qsizetype start = m_at - 2;
    const auto unit = [this]() -> std::optional<char16_t> {
        bool isHex = m_at + 4 <= m_text.size();
        const QStringView digits = isHex ? m_text.sliced(m_at, 4) : QStringView();
        for (const QChar digit : digits)
            isHex = isHex && (digit.isDigit() || (digit.toLower() >= u'a' && digit.toLower() <= u'f'));
        const ushort value = isHex ? digits.toUShort(&isHex, 16) : ushort{0};
        m_at += isHex ? 4 : 0;
        return isHex ? std::optional<char16_t>(value) : std::nullopt;
    };
    const std::optional<char16_t> first = unit();
    if (!first)
        return fails(start, FilterText::tr("\\u is followed by four hexadecimal digits"));
    QString character{QChar(*first)};
    if (QChar::isHighSurrogate(*first) && startsWith("\\u"_L1)) {
        m_at += 2;
        if (const std::optional<char16_t> second = unit())
            character += QChar(*second);
    }
    if (loneSurrogate(character) >= 0)
        return fails(start, FilterText::tr("this is half of a character"));
    into += character;
    return {};
}

bool Lexer::endsWord() const
{
    const QChar c = m_text.at(m_at);
    return c.isSpace() || u"()\",=<>~"_s.contains(c) || startsWith("!="_L1) || startsWith(".."_L1);
}

/// A name in quotes within a path, which stays as it is.
Result<void> Lexer::takeQuotedName()
{
    const qsizetype start = m_at++;
    while (!atEnd() && m_text.at(m_at) != u'"')
        m_at += m_text.at(m_at) == u'\\' && m_at + 1 < m_text.size() ? 2 : 1;
    if (atEnd())
        return fails(start, FilterText::tr("this name does not end"), FilterText::tr("Close it with a double quote."));
    ++m_at;
    return {};
}

Result<FilterToken> Lexer::word()
{
    const qsizetype start = m_at;
    const bool isPath = startsWith("json."_L1) || startsWith("query."_L1) || startsWith("header."_L1);
    while (!atEnd()) {
        if (isPath && m_text.at(m_at) == u'"' && m_text.at(m_at - 1) == u'.') {
            if (const Result<void> taken = takeQuotedName(); !taken)
                return tl::unexpected<Error>(taken.error());
        } else if (endsWord()) {
            break;
        } else {
            ++m_at;
        }
    }
    return FilterToken{Kind::Word, m_text.sliced(start, m_at - start).toString(), start};
}

} // namespace

Result<std::vector<FilterToken>> filterTokens(QStringView filter)
{
    return Lexer(filter).tokens();
}

tl::unexpected<Error> filterFailure(QStringView filter, qsizetype offset, QString what, QString remedy)
{
    const qsizetype column = characterCount(filter.first(qBound(qsizetype{0}, offset, filter.size()))) + 1;
    return failure(std::move(what), FilterText::tr("column %1").arg(column), std::move(remedy));
}

qsizetype characterCount(QStringView text)
{
    qsizetype count = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair = text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        i += isPair ? 1 : 0;
        ++count;
    }
    return count;
}

} // namespace seatscope
