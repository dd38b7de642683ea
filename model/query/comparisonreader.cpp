// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/query/comparisonreader.h"

#include "model/query/filtervalues.h"

#include <QCoreApplication>

#include <algorithm>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

using Kind = FilterToken::Kind;

struct FilterText {
    Q_DECLARE_TR_FUNCTIONS(seatscope::Filter)
};

/// Reads one comparison; the cursor stands at its field.
class Reader {
public:
    Reader(FilterCursor &cursor, const FilterFieldEntry &entry) : m_cursor(cursor), m_entry(entry) {}

    [[nodiscard]] Result<FilterComparison> read();

private:
    [[nodiscard]] Result<void> readName(const FilterToken &field);
    [[nodiscard]] Result<void> readOperator();
    [[nodiscard]] Result<void> readValue();
    [[nodiscard]] Result<void> readList();
    [[nodiscard]] Result<void> readEntry();
    [[nodiscard]] Result<void> readPattern();
    [[nodiscard]] Result<void> readNeedle();
    [[nodiscard]] Result<FilterToken> takeValue();
    [[nodiscard]] bool allows(FilterOperator op) const;
    [[nodiscard]] QString allowedOperators() const;
    void setText(TextTest test);

    FilterCursor &m_cursor;
    const FilterFieldEntry &m_entry;
    FilterComparison m_comparison;
    FilterOperator m_operator = FilterOperator::Equal;
    FilterToken m_sign;
};

Result<FilterComparison> Reader::read()
{
    const FilterToken field = m_cursor.take();
    m_comparison.field = m_entry.field;
    if (Result<void> named = readName(field); !named)
        return tl::unexpected<Error>(named.error());
    if (!isAtOperator(m_cursor)) {
        if (m_entry.kind == FilterKind::Boolean) {
            m_comparison.test = FlagTest{true};
            return std::move(m_comparison);
        }
        return m_cursor.fails(
            m_cursor.peek(), FilterText::tr("the field %1 is compared with nothing").arg(field.text),
            FilterText::tr("Write %1 and a value behind it, or \"%2\" in quotes to search bodies for that word.")
                .arg(allowedOperators(), field.text));
    }
    const Result<void> done = readOperator().and_then([this] { return readValue(); });
    if (!done)
        return tl::unexpected<Error>(done.error());
    return std::move(m_comparison);
}

Result<void> Reader::readName(const FilterToken &field)
{
    if (!m_entry.isNamed())
        return {};
    const QStringView name = QStringView(field.text).sliced(m_entry.name.size());
    const qsizetype offset = field.offset + m_entry.name.size();
    if (name.isEmpty())
        return m_cursor.failsAt(offset, FilterText::tr("a name is missing behind %1").arg(QString(m_entry.name)));
    if (m_entry.kind == FilterKind::Json) {
        JsonPath::Failure failure;
        std::optional<JsonPath> path = JsonPath::parse(name, failure);
        if (!path)
            return m_cursor.failsAt(
                offset + failure.offset, jsonPathFault(failure.fault),
                FilterText::tr("A path is like SeatList[0].Index, SeatList[*].Index or \"a.b\".c."));
        m_comparison.path = *std::move(path);
        return {};
    }
    m_comparison.name = name.toString();
    if (name.startsWith(u'"') && name.endsWith(u'"') && name.size() > 1)
        m_comparison.name = name.sliced(1, name.size() - 2).toString().replace("\\\""_L1, "\""_L1);
    return {};
}

bool Reader::allows(FilterOperator op) const
{
    switch (op) {
    case FilterOperator::Equal:
        return true;
    case FilterOperator::In:
        return m_entry.kind != FilterKind::Boolean;
    case FilterOperator::Contains:
    case FilterOperator::Matches:
        return m_entry.kind == FilterKind::Text || m_entry.kind == FilterKind::Bytes ||
               m_entry.kind == FilterKind::Json;
    case FilterOperator::Less:
    case FilterOperator::LessOrEqual:
    case FilterOperator::Greater:
    case FilterOperator::GreaterOrEqual:
        return m_entry.kind == FilterKind::Number || m_entry.kind == FilterKind::Time ||
               m_entry.kind == FilterKind::Json;
    }
    return false;
}

QString Reader::allowedOperators() const
{
    QString text = u"==, !="_s;
    if (allows(FilterOperator::Less))
        text += ", <, <=, >, >="_L1;
    if (allows(FilterOperator::Contains))
        text += ", contains, ~"_L1;
    if (allows(FilterOperator::In))
        text += ", in"_L1;
    return text;
}

Result<void> Reader::readOperator()
{
    m_comparison.isNegated = m_cursor.takeIfKeyword("not"_L1) || m_cursor.isAt(Kind::NotEqual);
    m_sign = m_cursor.take();
    m_operator = filterOperator(m_sign);
    if (!allows(m_operator))
        return m_cursor.fails(m_sign, FilterText::tr("%1 says nothing about %2").arg(m_sign.text, m_entry.name),
                              FilterText::tr("With %1 one can write %2.").arg(m_entry.name, allowedOperators()));
    return {};
}

Result<void> Reader::readValue()
{
    switch (m_operator) {
    case FilterOperator::Contains:
        return readNeedle();
    case FilterOperator::Matches:
        return readPattern();
    case FilterOperator::In:
        return readList();
    default:
        return takeValue().and_then(
            [this](const FilterToken &value) { return addValue(m_cursor, m_entry, m_operator, value, m_comparison); });
    }
}

Result<FilterToken> Reader::takeValue()
{
    if (!m_cursor.isAt(Kind::Word) && !m_cursor.isAt(Kind::Text)) {
        return m_cursor.fails(m_cursor.peek(), FilterText::tr("a value is missing behind %1").arg(m_sign.text),
                              FilterText::tr("Expected is %1.").arg(expectedFilterValue(m_entry)));
    }
    return m_cursor.take();
}

Result<void> Reader::readList()
{
    const bool isList = m_cursor.takeIf(Kind::Open);
    if (!isList) {
        const FilterToken first = m_cursor.peek();
        if (m_cursor.peek(1).kind != Kind::Range) {
            return m_cursor.fails(first, FilterText::tr("a list or a range is missing behind in"),
                                  FilterText::tr("Write in (a, b, c), or in 3..9."));
        }
        return readEntry();
    }
    size_t entries = 0;
    do {
        if (++entries > longestFilterList)
            return m_cursor.fails(m_cursor.peek(),
                                  FilterText::tr("the list has more than %1 entries").arg(longestFilterList));
        if (Result<void> read = readEntry(); !read)
            return read;
    } while (m_cursor.takeIf(Kind::Comma));
    if (!m_cursor.takeIf(Kind::Close))
        return m_cursor.fails(m_cursor.peek(), FilterText::tr("the list does not go on with a comma"),
                              FilterText::tr("Separate its entries by commas and close it with )."));
    return {};
}

Result<void> Reader::readEntry()
{
    const Result<FilterToken> first = takeValue();
    if (!first)
        return tl::unexpected<Error>(first.error());
    if (!m_cursor.isAt(Kind::Range))
        return addValue(m_cursor, m_entry, FilterOperator::Equal, *first, m_comparison);
    m_sign = m_cursor.take();
    const Result<FilterToken> last = takeValue();
    if (!last)
        return tl::unexpected<Error>(last.error());
    return addRange(m_cursor, m_entry, *first, *last, m_comparison);
}

void Reader::setText(TextTest test)
{
    if (m_entry.kind == FilterKind::Json)
        m_comparison.test = JsonTest{{}, std::move(test)};
    else
        m_comparison.test = std::move(test);
}

Result<void> Reader::readNeedle()
{
    const Result<FilterToken> value = takeValue();
    if (!value)
        return tl::unexpected<Error>(value.error());
    if (value->text.isEmpty())
        return m_cursor.fails(*value, FilterText::tr("every text contains the empty one"));
    setText({TextTest::How::Contains, {value->text}, {}});
    return {};
}

Result<void> Reader::readPattern()
{
    const Result<FilterToken> value = takeValue();
    if (!value)
        return tl::unexpected<Error>(value.error());
    // PCRE2 counts its steps from each place where a match may begin, and gives up beyond this limit.
    const QString limit = u"(*LIMIT_MATCH=1000000)"_s;
    const QRegularExpression pattern(limit + value->text);
    if (!pattern.isValid()) {
        const qsizetype inPattern = std::max(qsizetype{0}, pattern.patternErrorOffset() - limit.size());
        return m_cursor.failsAt(value->offset + (value->kind == Kind::Text ? 1 : 0) + inPattern,
                                FilterText::tr("this is no regular expression: %1").arg(pattern.errorString()));
    }
    pattern.optimize();
    setText({TextTest::How::Matches, {}, pattern});
    return {};
}

} // namespace

bool isAtOperator(const FilterCursor &cursor, size_t ahead)
{
    const Kind kind = cursor.peek(ahead).kind;
    if (kind >= Kind::Equal && kind <= Kind::Matches)
        return true;
    if (cursor.isAtKeyword("not"_L1, ahead))
        ++ahead;
    return cursor.isAtKeyword("in"_L1, ahead) || cursor.isAtKeyword("contains"_L1, ahead);
}

Result<FilterComparison> readComparison(FilterCursor &cursor, const FilterFieldEntry &entry)
{
    return Reader(cursor, entry).read();
}

FilterComparison bodySearch(const QString &word)
{
    FilterComparison comparison;
    comparison.field = FilterField::Body;
    comparison.test = TextTest{TextTest::How::Contains, {word}, {}};
    return comparison;
}

} // namespace seatscope
