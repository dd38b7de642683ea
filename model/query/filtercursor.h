// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/strongtypes.h"
#include "model/query/filterlexer.h"

#include <utility>

namespace seatscope {

/// A place among the tokens of a filter.
class FilterCursor {
public:
    /// \a text must live as long as the cursor; \a tokens are those of it.
    FilterCursor(QStringView text, std::vector<FilterToken> tokens, ArrivalTime now)
        : m_text(text),
          m_tokens(std::move(tokens)),
          m_now(now)
    {
    }

    /// The present token, or the one \a ahead of it.
    [[nodiscard]] const FilterToken &peek(size_t ahead = 0) const
    {
        return m_tokens[qMin(m_at + ahead, m_tokens.size() - 1)];
    }
    [[nodiscard]] bool isAt(FilterToken::Kind kind) const { return peek().kind == kind; }
    /// Whether the token that is \a ahead is the word \a keyword, in any case.
    [[nodiscard]] bool isAtKeyword(QLatin1StringView keyword, size_t ahead = 0) const
    {
        return peek(ahead).kind == FilterToken::Kind::Word &&
               peek(ahead).text.compare(keyword, Qt::CaseInsensitive) == 0;
    }
    FilterToken take()
    {
        FilterToken token = peek();
        if (m_at + 1 < m_tokens.size())
            ++m_at;
        return token;
    }
    /// Takes the present token where it is of that \a kind.
    bool takeIf(FilterToken::Kind kind)
    {
        const bool is = isAt(kind);
        if (is)
            take();
        return is;
    }
    bool takeIfKeyword(QLatin1StringView keyword)
    {
        const bool is = isAtKeyword(keyword);
        if (is)
            take();
        return is;
    }

    /// What relative times are relative to.
    [[nodiscard]] ArrivalTime now() const { return m_now; }
    /// The error that something is wrong at \a token.
    [[nodiscard]] tl::unexpected<Error> fails(const FilterToken &token, QString what, QString remedy = {}) const
    {
        return failsAt(token.offset, std::move(what), std::move(remedy));
    }
    [[nodiscard]] tl::unexpected<Error> failsAt(qsizetype offset, QString what, QString remedy = {}) const
    {
        return filterFailure(m_text, offset, std::move(what), std::move(remedy));
    }

private:
    QStringView m_text;
    std::vector<FilterToken> m_tokens;
    ArrivalTime m_now;
    size_t m_at = 0;
};

} // namespace seatscope
