// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/query/filterfields.h"
#include "model/query/jsonpath.h"

#include <QRegularExpression>
#include <QStringList>

#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace seatscope {

/// The numbers first … last, both included. Moments are µs since the epoch.
struct NumberSpan {
    qint64 first = 0;
    qint64 last = 0;

    [[nodiscard]] bool contains(qint64 number) const { return first <= number && number <= last; }
};

/// Holds for a number in any of the spans. Every comparison of whole numbers is one.
struct NumberTest {
    std::vector<NumberSpan> spans;
};

/// Holds for certain texts.
struct TextTest {
    enum class How : quint8 {
        Equals,   ///< is one of \a texts, exactly
        Contains, ///< has the first of \a texts somewhere, without regard to case
        Matches,  ///< \a pattern matches somewhere
    };

    How how = How::Equals;
    QStringList texts;
    QRegularExpression pattern;
};

/// Holds for a capture that has any of the words: verdicts by their number as a bit, flags by their own bits.
struct WordTest {
    quint32 bits = 0;
};

/// Holds for what is so, or not.
struct FlagTest {
    bool wanted = true;
};

/// A number of JSON: whole where it is written so and fits, else a double.
using JsonNumber = std::variant<qint64, double>;

/// The numbers between two bounds; without a bound there is no end.
struct JsonSpan {
    std::optional<JsonNumber> low;
    std::optional<JsonNumber> high;
    bool isLowOpen = false;  ///< without the bound itself
    bool isHighOpen = false; ///< the same
};

/// Holds for a value of JSON that is one of \a values; the null of JSON is monostate. With \a text it is that which
/// strings, and numbers as they were sent, have to fulfil.
struct JsonTest {
    std::vector<std::variant<std::monostate, bool, QString, JsonSpan>> values;
    std::optional<TextTest> text;
};

/// One comparison of a field.
struct FilterComparison {
    FilterField field = FilterField::Body;
    QString name;  ///< of `query.NAME` and `header.NAME`
    JsonPath path; ///< of `json.PATH`
    /// `!=`, or `not` right before it: holds when the test does not, also where the field is absent.
    bool isNegated = false;
    std::variant<NumberTest, TextTest, WordTest, FlagTest, JsonTest> test;
};

struct FilterNode;
using FilterNodePtr = std::shared_ptr<const FilterNode>;

/// Parts that are joined by `and`, without those in parentheses of their own.
struct AllOf {
    std::vector<FilterNodePtr> parts;
};

/// Parts that are joined by `or`.
struct AnyOf {
    std::vector<FilterNodePtr> parts;
};

/// `not` before something in parentheses.
struct NoneOf {
    FilterNodePtr part;
};

/// A node of a filter's tree; never changed once it is made.
struct FilterNode {
    std::variant<AllOf, AnyOf, NoneOf, FilterComparison> value;
};

} // namespace seatscope
