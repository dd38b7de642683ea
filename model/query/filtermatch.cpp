// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/query/filtermatch.h"

#include "model/query/capturefacts.h"
#include "model/query/filter.h"
#include "model/query/jsonnumber.h"

#include <algorithm>

namespace seatscope {

namespace {

bool holds(const NumberTest &test, std::optional<qint64> number)
{
    return number && std::ranges::any_of(test.spans, [number](const NumberSpan &s) { return s.contains(*number); });
}

bool holds(const TextTest &test, const QString &text)
{
    switch (test.how) {
    case TextTest::How::Equals:
        return test.texts.contains(text);
    case TextTest::How::Contains:
        return text.contains(test.texts.constFirst(), Qt::CaseInsensitive);
    case TextTest::How::Matches:
        // A match that was given up has none.
        return test.pattern.match(text.size() > longestMatchedText ? text.first(longestMatchedText) : text).hasMatch();
    }
    return false;
}

bool holds(const TextTest &test, const ByteText &bytes)
{
    return test.how == TextTest::How::Contains ? bytes.contains(test.texts.constFirst()) : holds(test, bytes.text);
}

bool holds(const TextTest &test, const std::vector<QByteArray> &values)
{
    return std::ranges::any_of(values, [&test](const QByteArray &bytes) { return holds(test, ByteText(bytes)); });
}

bool isInSpan(const JsonSpan &span, JsonNumber number)
{
    if (span.low) {
        const int place = compareJsonNumbers(number, *span.low);
        if (place < 0 || (place == 0 && span.isLowOpen))
            return false;
    }
    if (!span.high)
        return true;
    const int place = compareJsonNumbers(number, *span.high);
    return place < 0 || (place == 0 && !span.isHighOpen);
}

/// Whether \a value is what a test names; a helper for std::visit.
struct IsValue {
    const JsonValue &value;

    bool operator()(std::monostate) const { return value.kind == JsonValue::Kind::Null; }
    bool operator()(bool wanted) const
    {
        return value.kind == (wanted ? JsonValue::Kind::True : JsonValue::Kind::False);
    }
    bool operator()(const QString &wanted) const
    {
        return value.kind == JsonValue::Kind::Text && QString::fromUtf8(value.text) == wanted;
    }
    bool operator()(const JsonSpan &span) const
    {
        const std::optional<JsonNumber> number =
            value.kind == JsonValue::Kind::Number ? jsonNumber(value.text) : std::nullopt;
        return number && isInSpan(span, *number);
    }
};

bool holds(const JsonTest &test, const JsonValue &value)
{
    if (test.text) {
        const bool hasText = value.kind == JsonValue::Kind::Text || value.kind == JsonValue::Kind::Number;
        return hasText && holds(*test.text, QString::fromUtf8(value.text));
    }
    return std::ranges::any_of(test.values, [&value](const auto &one) { return std::visit(IsValue{value}, one); });
}

/// Whether the test of \a comparison, of a seat field, holds for \a entry; without its negation.
bool holdsFor(const FilterComparison &comparison, const CaptureFacts::Entry &entry)
{
    if (comparison.field == FilterField::User)
        return entry.user && holds(std::get<TextTest>(comparison.test), *entry.user);
    if (!entry.seat)
        return false;
    switch (comparison.field) {
    case FilterField::Seat:
        return holds(std::get<NumberTest>(comparison.test), entry.seat->index.value());
    case FilterField::Locked:
        return std::get<FlagTest>(comparison.test).wanted == entry.seat->locked;
    case FilterField::Video:
        return std::get<FlagTest>(comparison.test).wanted == !entry.seat->videoDisabled;
    case FilterField::Audio:
        return std::get<FlagTest>(comparison.test).wanted == !entry.seat->audioDisabled;
    default:
        return false;
    }
}

template<typename Id>
bool holdsForId(const TextTest &test, const std::optional<Id> &id)
{
    return id && holds(test, id->text());
}

bool holdsForText(const FilterComparison &comparison, CaptureFacts &facts)
{
    const auto &test = std::get<TextTest>(comparison.test);
    const CaptureSummary &summary = facts.summary();
    switch (comparison.field) {
    case FilterField::Room:
        return holdsForId(test, summary.room);
    case FilterField::Command:
        return holds(test, summary.command);
    case FilterField::Operator:
        return holdsForId(test, summary.operatorAccount);
    case FilterField::Method:
        return holds(test, ByteText(summary.method));
    case FilterField::Path:
        return holds(test, ByteText(decodedPath(summary.target)));
    case FilterField::Query:
        return holds(test, facts.queryValues(comparison.name));
    case FilterField::Header:
        return holds(test, facts.headerValues(comparison.name));
    case FilterField::Note:
        return holds(test, summary.note);
    case FilterField::Body:
        return holds(test, facts.body());
    default:
        return false;
    }
}

std::optional<qint64> numberOf(FilterField field, const CaptureFacts &facts)
{
    const CaptureSummary &summary = facts.summary();
    switch (field) {
    case FilterField::Seq:
        return summary.sequence.value();
    case FilterField::Time:
        return summary.receivedAt.value();
    case FilterField::Status:
        return summary.status;
    case FilterField::Size:
        return summary.bodySize;
    case FilterField::Delay:
        return facts.delay();
    case FilterField::Origin:
        return summary.origin ? std::optional(summary.origin->value()) : std::nullopt;
    default:
        return std::nullopt;
    }
}

/// The test of \a comparison, without its negation.
bool testHolds(const FilterComparison &comparison, CaptureFacts &facts)
{
    const CaptureSummary &summary = facts.summary();
    switch (comparison.field) {
    case FilterField::User:
    case FilterField::Seat:
    case FilterField::Locked:
    case FilterField::Video:
    case FilterField::Audio:
        return std::ranges::any_of(facts.entries(), [&](const auto &entry) { return holdsFor(comparison, entry); });
    case FilterField::VerdictName:
        return ((std::get<WordTest>(comparison.test).bits >> static_cast<unsigned>(summary.ruling.verdict)) & 1U) != 0;
    case FilterField::Flag:
        return (std::get<WordTest>(comparison.test).bits & static_cast<quint32>(summary.flags.toInt())) != 0;
    case FilterField::Bookmarked:
        return std::get<FlagTest>(comparison.test).wanted == summary.bookmarked;
    case FilterField::Json:
        return comparison.path.anyOf(facts.capture().body, [&comparison](const JsonValue &value) {
            return holds(std::get<JsonTest>(comparison.test), value);
        });
    default:
        if (const auto *number = std::get_if<NumberTest>(&comparison.test))
            return holds(*number, numberOf(comparison.field, facts));
        return holdsForText(comparison, facts);
    }
}

const FilterComparison *seatComparison(const FilterNode &node)
{
    const auto *comparison = std::get_if<FilterComparison>(&node.value);
    return comparison && isSeatField(comparison->field) ? comparison : nullptr;
}

bool passes(const FilterNode &node, CaptureFacts &facts);

bool allPass(const AllOf &all, CaptureFacts &facts)
{
    std::vector<const FilterComparison *> seats;
    bool isAboutOne = false; // an entry that any of the seat comparisons asks for
    for (const FilterNodePtr &part : all.parts) {
        if (const FilterComparison *seat = seatComparison(*part)) {
            seats.push_back(seat);
            isAboutOne = isAboutOne || !seat->isNegated;
        }
    }
    // What needs no decoding first.
    for (const FilterNodePtr &part : all.parts) {
        if (!(isAboutOne && seatComparison(*part)) && !passes(*part, facts))
            return false;
    }
    return !isAboutOne || std::ranges::any_of(facts.entries(), [&seats](const CaptureFacts::Entry &entry) {
        return std::ranges::all_of(seats, [&entry](const FilterComparison *comparison) {
            return holdsFor(*comparison, entry) != comparison->isNegated;
        });
    });
}

bool passes(const FilterNode &node, CaptureFacts &facts)
{
    if (const auto *all = std::get_if<AllOf>(&node.value))
        return allPass(*all, facts);
    if (const auto *any = std::get_if<AnyOf>(&node.value))
        return std::ranges::any_of(any->parts, [&facts](const FilterNodePtr &part) { return passes(*part, facts); });
    if (const auto *none = std::get_if<NoneOf>(&node.value))
        return !passes(*none->part, facts);
    const auto &comparison = std::get<FilterComparison>(node.value);
    return testHolds(comparison, facts) != comparison.isNegated;
}

} // namespace

bool filterMatches(const FilterNode &node, const Capture &capture)
{
    CaptureFacts facts(capture);
    return passes(node, facts);
}

} // namespace seatscope
