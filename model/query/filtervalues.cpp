// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/query/filtervalues.h"

#include "model/query/filtertime.h"
#include "model/query/filterwords.h"
#include "model/query/jsonnumber.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

using Kind = FilterToken::Kind;
using Limits = std::numeric_limits<qint64>;

struct FilterText {
    Q_DECLARE_TR_FUNCTIONS(seatscope::Filter)
};

tl::unexpected<Error> notExpected(const FilterCursor &cursor, const FilterFieldEntry &entry, const FilterToken &value)
{
    return cursor.fails(value, FilterText::tr("\"%1\" is no value of %2").arg(value.text, entry.name),
                        FilterText::tr("Expected is %1.").arg(expectedFilterValue(entry)));
}

/// The whole number or the moment that \a value says.
Result<qint64> numberOf(const FilterCursor &cursor, const FilterFieldEntry &entry, const FilterToken &value)
{
    if (entry.kind == FilterKind::Time) {
        if (const std::optional<qint64> moment = parseFilterTime(value.text, cursor.now()))
            return *moment;
        return notExpected(cursor, entry, value);
    }
    QStringView digits = value.text;
    if (digits.startsWith(u'-'))
        digits = digits.sliced(1);
    const bool isNumber =
        !digits.isEmpty() && std::ranges::all_of(digits, [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (value.kind != Kind::Word || !isNumber)
        return notExpected(cursor, entry, value);
    bool fits = false;
    const qint64 number = value.text.toLongLong(&fits);
    if (!fits)
        return cursor.fails(value, FilterText::tr("the number %1 has more than 64 bits").arg(value.text));
    return number;
}

/// The numbers that are so compared with \a number; none beyond the limits.
std::vector<NumberSpan> spansOf(FilterOperator op, qint64 number)
{
    switch (op) {
    case FilterOperator::Less:
        return number == Limits::min() ? std::vector<NumberSpan>() : std::vector{NumberSpan{Limits::min(), number - 1}};
    case FilterOperator::LessOrEqual:
        return {{Limits::min(), number}};
    case FilterOperator::Greater:
        return number == Limits::max() ? std::vector<NumberSpan>() : std::vector{NumberSpan{number + 1, Limits::max()}};
    case FilterOperator::GreaterOrEqual:
        return {{number, Limits::max()}};
    default:
        return {{number, number}};
    }
}

JsonSpan jsonSpanOf(FilterOperator op, JsonNumber number)
{
    switch (op) {
    case FilterOperator::Less:
    case FilterOperator::LessOrEqual:
        return {std::nullopt, number, false, op == FilterOperator::Less};
    case FilterOperator::Greater:
    case FilterOperator::GreaterOrEqual:
        return {number, std::nullopt, op == FilterOperator::Greater, false};
    default:
        return {number, number, false, false};
    }
}

/// The test of \a comparison, made where it is another one.
template<typename Test>
Test &testOf(FilterComparison &comparison)
{
    if (!std::holds_alternative<Test>(comparison.test))
        comparison.test = Test{};
    return std::get<Test>(comparison.test);
}

Result<std::optional<JsonNumber>> jsonNumberOf(const FilterCursor &cursor, const FilterToken &value)
{
    if (value.kind != Kind::Word)
        return std::nullopt;
    const QByteArray text = value.text.toUtf8();
    const std::optional<JsonNumber> number = jsonNumber(text);
    if (number && std::holds_alternative<double>(*number) && isWholeJsonNumber(text))
        return cursor.fails(value, FilterText::tr("the number %1 has more than 64 bits").arg(value.text));
    return number;
}

Result<void> addJsonValue(const FilterCursor &cursor, const FilterFieldEntry &entry, FilterOperator op,
                          const FilterToken &value, JsonTest &test)
{
    const Result<std::optional<JsonNumber>> number = jsonNumberOf(cursor, value);
    if (!number)
        return tl::unexpected<Error>(number.error());
    if (*number)
        test.values.emplace_back(jsonSpanOf(op, **number));
    else if (op != FilterOperator::Equal)
        return cursor.fails(value, FilterText::tr("\"%1\" is no number").arg(value.text),
                            FilterText::tr("Only numbers are less or greater; %1 can also be compared by ==.")
                                .arg(QString(entry.name)));
    else if (value.kind == Kind::Word && value.text == "null"_L1)
        test.values.emplace_back(std::monostate());
    else if (value.kind == Kind::Word && (value.text == "true"_L1 || value.text == "false"_L1))
        test.values.emplace_back(value.text == "true"_L1);
    else
        test.values.emplace_back(value.text);
    return {};
}

} // namespace

FilterOperator filterOperator(const FilterToken &token)
{
    switch (token.kind) {
    case Kind::Less:
        return FilterOperator::Less;
    case Kind::LessOrEqual:
        return FilterOperator::LessOrEqual;
    case Kind::Greater:
        return FilterOperator::Greater;
    case Kind::GreaterOrEqual:
        return FilterOperator::GreaterOrEqual;
    case Kind::Matches:
        return FilterOperator::Matches;
    case Kind::Word:
        return token.text.compare("in"_L1, Qt::CaseInsensitive) == 0 ? FilterOperator::In : FilterOperator::Contains;
    default:
        return FilterOperator::Equal;
    }
}

Result<void> addValue(const FilterCursor &cursor, const FilterFieldEntry &entry, FilterOperator op,
                      const FilterToken &value, FilterComparison &comparison)
{
    switch (entry.kind) {
    case FilterKind::Number:
    case FilterKind::Time:
        return numberOf(cursor, entry, value).map([&](qint64 number) {
            std::vector<NumberSpan> &spans = testOf<NumberTest>(comparison).spans;
            const std::vector<NumberSpan> more = spansOf(op, number);
            spans.insert(spans.end(), more.begin(), more.end());
        });
    case FilterKind::Text:
    case FilterKind::Bytes:
        testOf<TextTest>(comparison).texts += value.text;
        return {};
    case FilterKind::Boolean:
        if (value.kind != Kind::Word || (value.text != "true"_L1 && value.text != "false"_L1))
            return notExpected(cursor, entry, value);
        comparison.test = FlagTest{value.text == "true"_L1};
        return {};
    case FilterKind::Words: {
        const std::optional<quint32> bits = filterWordBits(entry.field, value.text);
        if (!bits)
            return notExpected(cursor, entry, value);
        testOf<WordTest>(comparison).bits |= *bits;
        return {};
    }
    case FilterKind::Json:
        return addJsonValue(cursor, entry, op, value, testOf<JsonTest>(comparison));
    }
    return {};
}

Result<void> addRange(const FilterCursor &cursor, const FilterFieldEntry &entry, const FilterToken &first,
                      const FilterToken &last, FilterComparison &comparison)
{
    const auto turned = [&] { return cursor.fails(first, FilterText::tr("this range ends before it begins")); };
    if (entry.kind == FilterKind::Json) {
        const Result<std::optional<JsonNumber>> low = jsonNumberOf(cursor, first);
        const Result<std::optional<JsonNumber>> high = jsonNumberOf(cursor, last);
        if (!low || !high)
            return tl::unexpected<Error>(low ? high.error() : low.error());
        if (!*low || !*high)
            return cursor.fails(*low ? last : first, FilterText::tr("only numbers have ranges"));
        if (compareJsonNumbers(**high, **low) < 0)
            return turned();
        testOf<JsonTest>(comparison).values.emplace_back(JsonSpan{**low, **high, false, false});
        return {};
    }
    if (entry.kind != FilterKind::Number && entry.kind != FilterKind::Time)
        return cursor.fails(first, FilterText::tr("only numbers and times have ranges"));
    const Result<qint64> low = numberOf(cursor, entry, first);
    const Result<qint64> high = low ? numberOf(cursor, entry, last) : low;
    if (!high)
        return tl::unexpected<Error>(high.error());
    if (*high < *low)
        return turned();
    testOf<NumberTest>(comparison).spans.push_back({*low, *high});
    return {};
}

QString expectedFilterValue(const FilterFieldEntry &entry)
{
    switch (entry.kind) {
    case FilterKind::Number:
        return FilterText::tr("a whole number without quotes");
    case FilterKind::Time:
        return FilterText::tr("a time such as \"2026-11-22 10:00\", or -5m, -2h, -1d, -30s");
    case FilterKind::Text:
    case FilterKind::Bytes:
        return FilterText::tr("a text");
    case FilterKind::Boolean:
        return FilterText::tr("true or false");
    case FilterKind::Words:
        return FilterText::tr("one of %1").arg(filterWords(entry.field).join(", "_L1));
    case FilterKind::Json:
        return FilterText::tr("a text, a number, true, false or null");
    }
    return {};
}

QString jsonPathFault(JsonPath::Fault fault)
{
    switch (fault) {
    case JsonPath::Fault::EmptyName:
        return FilterText::tr("a name is missing in the path");
    case JsonPath::Fault::BadIndex:
        return FilterText::tr("between [ and ] stands a number, or *");
    case JsonPath::Fault::OpenQuote:
        return FilterText::tr("this name does not end");
    case JsonPath::Fault::TooLong:
        return FilterText::tr("the path has more than %1 steps").arg(JsonPath::mostSteps);
    case JsonPath::Fault::Unexpected:
        return FilterText::tr("the path goes on with a dot or [");
    }
    return {};
}

} // namespace seatscope
