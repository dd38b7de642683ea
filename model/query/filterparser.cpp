// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/query/filterparser.h"

#include "model/query/comparisonreader.h"

#include <QCoreApplication>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

using Kind = FilterToken::Kind;

struct FilterText {
    Q_DECLARE_TR_FUNCTIONS(seatscope::Filter)
};

/// A part of a filter, with what must be known of it besides.
struct Operand {
    FilterNodePtr node;
    bool isSearch = false;   ///< a bare word
    bool isEnclosed = false; ///< in parentheses
};

FilterNodePtr node(decltype(FilterNode::value) value)
{
    return std::make_shared<const FilterNode>(FilterNode{std::move(value)});
}

/// By recursive descent: or, and, not, in this order from the loosest to the tightest.
class Parser {
public:
    explicit Parser(FilterCursor cursor) : m_cursor(std::move(cursor)) {}

    [[nodiscard]] Result<FilterNodePtr> parse();

private:
    [[nodiscard]] Result<FilterNodePtr> anyOf();
    [[nodiscard]] Result<FilterNodePtr> allOf();
    [[nodiscard]] Result<Operand> operand();
    [[nodiscard]] Result<Operand> enclosed();
    [[nodiscard]] Result<Operand> negated();
    [[nodiscard]] Result<Operand> term();
    [[nodiscard]] Result<Operand> search();
    [[nodiscard]] tl::unexpected<Error> unknownField(const FilterToken &word) const;
    [[nodiscard]] bool isAtTerm() const
    {
        return m_cursor.isAt(Kind::Text) || (m_cursor.isAt(Kind::Word) && !isAtJoint());
    }
    [[nodiscard]] bool isAtJoint() const { return m_cursor.isAtKeyword("and"_L1) || m_cursor.isAtKeyword("or"_L1); }
    [[nodiscard]] tl::unexpected<Error> tooDeep() const
    {
        return m_cursor.fails(m_cursor.peek(),
                              FilterText::tr("the filter is nested more than %1 levels deep").arg(deepestFilter));
    }

    FilterCursor m_cursor;
    int m_depth = 0;
};

Result<FilterNodePtr> Parser::parse()
{
    if (m_cursor.isAt(Kind::End))
        return FilterNodePtr();
    Result<FilterNodePtr> whole = anyOf();
    if (!whole || m_cursor.isAt(Kind::End))
        return whole;
    const FilterToken &rest = m_cursor.peek();
    if (rest.kind == Kind::Close)
        return m_cursor.fails(rest, FilterText::tr("this ) closes nothing"));
    if (isAtTerm() || rest.kind == Kind::Open)
        return m_cursor.fails(rest, FilterText::tr("\"and\" or \"or\" is missing before \"%1\"").arg(rest.text));
    return m_cursor.fails(rest, FilterText::tr("\"%1\" is not expected here").arg(rest.text),
                          FilterText::tr("Put words that hold such characters into double quotes."));
}

Result<FilterNodePtr> Parser::anyOf()
{
    std::vector<FilterNodePtr> parts;
    do {
        Result<FilterNodePtr> part = allOf();
        if (!part)
            return part;
        parts.push_back(*std::move(part));
    } while (m_cursor.takeIfKeyword("or"_L1));
    return parts.size() == 1 ? parts.front() : node(AnyOf{std::move(parts)});
}

Result<FilterNodePtr> Parser::allOf()
{
    std::vector<FilterNodePtr> parts;
    bool goesOn = true;
    while (goesOn) {
        Result<Operand> part = operand();
        if (!part)
            return tl::unexpected<Error>(part.error());
        parts.push_back(part->node);
        // Several bare words beside each other are joined.
        const bool isNextSearch = isAtTerm() && !m_cursor.isAtKeyword("not"_L1) && !isAtOperator(m_cursor, 1) &&
                                  (m_cursor.isAt(Kind::Text) || !findFilterField(m_cursor.peek().text));
        goesOn = m_cursor.takeIfKeyword("and"_L1) || (part->isSearch && isNextSearch);
    }
    return parts.size() == 1 ? parts.front() : node(AllOf{std::move(parts)});
}

Result<Operand> Parser::operand()
{
    if (m_cursor.isAt(Kind::Open))
        return enclosed();
    if (m_cursor.isAtKeyword("not"_L1))
        return negated();
    return term();
}

Result<Operand> Parser::enclosed()
{
    const FilterToken open = m_cursor.take();
    if (++m_depth > deepestFilter)
        return tooDeep();
    const Result<FilterNodePtr> inner = anyOf();
    if (!inner)
        return tl::unexpected<Error>(inner.error());
    if (m_cursor.isAt(Kind::End))
        return m_cursor.fails(open, FilterText::tr("this ( is not closed"));
    if (!m_cursor.takeIf(Kind::Close))
        return m_cursor.fails(
            m_cursor.peek(),
            FilterText::tr("\"and\", \"or\" or a ) is missing before \"%1\"").arg(m_cursor.peek().text));
    --m_depth;
    // A seat comparison in parentheses of its own does not speak of the same entry as those beside it.
    const auto *comparison = std::get_if<FilterComparison>(&(*inner)->value);
    if (comparison && isSeatField(comparison->field))
        return Operand{node(AllOf{{*inner}}), false, true};
    return Operand{*inner, false, true};
}

Result<Operand> Parser::negated()
{
    m_cursor.take();
    if (++m_depth > deepestFilter)
        return tooDeep();
    Result<Operand> inner = operand();
    if (!inner)
        return inner;
    --m_depth;
    const auto *comparison = std::get_if<FilterComparison>(&inner->node->value);
    if (!comparison || inner->isEnclosed)
        return Operand{node(NoneOf{inner->node}), false, false};
    FilterComparison opposite = *comparison;
    opposite.isNegated = !opposite.isNegated;
    return Operand{node(std::move(opposite)), false, false};
}

tl::unexpected<Error> Parser::unknownField(const FilterToken &word) const
{
    const QString nearest = nearestFilterField(word.text);
    if (word.kind == FilterToken::Kind::Text)
        return m_cursor.fails(word, FilterText::tr("a field stands without quotes"));
    if (!nearest.isEmpty())
        return m_cursor.fails(word, FilterText::tr("there is no field \"%1\"").arg(word.text),
                              FilterText::tr("Is %1 meant?").arg(nearest));
    QStringList names;
    for (const FilterFieldEntry &entry : filterFields())
        names += entry.name + (entry.field == FilterField::Json ? "PATH"_L1 : entry.isNamed() ? "NAME"_L1 : ""_L1);
    return m_cursor.fails(word, FilterText::tr("there is no field \"%1\"").arg(word.text),
                          FilterText::tr("The fields are %1.").arg(names.join(", "_L1)));
}

Result<Operand> Parser::term()
{
    const FilterToken &first = m_cursor.peek();
    if (!isAtTerm() || m_cursor.isAtKeyword("in"_L1) || m_cursor.isAtKeyword("contains"_L1)) {
        return first.kind == Kind::End
                   ? m_cursor.fails(first, FilterText::tr("the filter ends where a condition is expected"))
                   : m_cursor.fails(first, FilterText::tr("a condition is expected before \"%1\"").arg(first.text));
    }
    const FilterFieldEntry *entry = first.kind == Kind::Word ? findFilterField(first.text) : nullptr;
    if (entry) {
        Result<FilterComparison> comparison = readComparison(m_cursor, *entry);
        if (!comparison)
            return tl::unexpected<Error>(comparison.error());
        return Operand{node(*std::move(comparison)), false, false};
    }
    if (isAtOperator(m_cursor, 1))
        return unknownField(first);
    return search();
}

Result<Operand> Parser::search()
{
    const FilterToken word = m_cursor.take();
    if (word.text.isEmpty())
        return m_cursor.fails(word, FilterText::tr("every body contains the empty text"));
    if (word.kind == Kind::Word && (word.text == "&&"_L1 || word.text == "||"_L1))
        return m_cursor.fails(word, FilterText::tr("\"and\" and \"or\" are written as words"));
    return Operand{node(bodySearch(word.text)), true, false};
}

} // namespace

Result<FilterNodePtr> parseFilter(QStringView text, ArrivalTime now)
{
    Result<std::vector<FilterToken>> tokens = filterTokens(text);
    if (!tokens)
        return tl::unexpected<Error>(tokens.error());
    return Parser(FilterCursor(text, *std::move(tokens), now)).parse();
}

} // namespace seatscope
