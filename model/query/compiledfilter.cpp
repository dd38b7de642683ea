// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/query/compiledfilter.h"

#include "model/core/verdict.h"

#include <algorithm>
#include <span>
#include <utility>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// A condition; never NULL, so that it can be negated.
struct Part {
    QString sql;
    std::vector<SqlValue> values;
    bool isExact = true;
    bool usesContent = false;
};

using MaybePart = std::optional<Part>;

constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");

/// As a balanced tree: SQLite limits the depth of expressions.
QString joinedSql(std::span<const Part> parts, QLatin1StringView joint)
{
    if (parts.size() == 1)
        return parts.front().sql;
    const size_t half = parts.size() / 2;
    return u'(' + joinedSql(parts.first(half), joint) + joint + joinedSql(parts.subspan(half), joint) + u')';
}

Part joined(std::vector<Part> parts, QLatin1StringView joint)
{
    Part whole{joinedSql(parts, joint), {}, true, false};
    for (Part &part : parts) {
        std::ranges::move(part.values, std::back_inserter(whole.values));
        whole.isExact = whole.isExact && part.isExact;
        whole.usesContent = whole.usesContent || part.usesContent;
    }
    return whole;
}

Part never()
{
    return {u"0"_s, {}, true, false};
}

/// Of a comparison that may be negated; nothing where it cannot be.
MaybePart withNegation(MaybePart part, bool isNegated)
{
    if (!part || !isNegated)
        return part;
    if (!part->isExact)
        return std::nullopt;
    part->sql = u"(NOT "_s + part->sql + u')';
    return part;
}

Part inList(const QString &column, std::vector<SqlValue> values)
{
    QString places = u"?"_s;
    for (size_t i = 1; i < values.size(); ++i)
        places += ",?"_L1;
    return {u'(' + column + u" IN ("_s + places + u"))"_s, std::move(values), true, false};
}

Part numberPart(const NumberTest &test, const QString &column)
{
    std::vector<Part> parts;
    std::vector<SqlValue> single;
    for (const NumberSpan &span : test.spans) {
        if (span.first == span.last)
            single.emplace_back(span.first);
        else
            parts.push_back({u'(' + column + u" BETWEEN ? AND ?)"_s, {span.first, span.last}, true, false});
    }
    if (!single.empty())
        parts.push_back(inList(column, std::move(single)));
    return parts.empty() ? never() : joined(std::move(parts), " OR "_L1);
}

/// The bytes that are read as \a text: reading takes a byte order mark away.
std::vector<QByteArray> spellings(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    std::vector<QByteArray> bytes{byteOrderMark.toByteArray() + utf8};
    if (!utf8.startsWith(byteOrderMark))
        bytes.push_back(utf8);
    return bytes;
}

/// A text that stands for what was no UTF-8 could be that of a damaged column.
bool hasReplacement(const QStringList &texts)
{
    return std::ranges::any_of(texts, [](const QString &text) { return text.contains(QChar::ReplacementCharacter); });
}

/// The longest part of \a needle whose characters nothing but ASCII is folded to, in lower case.
QByteArray plainPart(const QString &needle)
{
    QByteArray longest;
    QByteArray part;
    for (const QChar c : needle) {
        const char16_t lower = c.unicode() < 0x80 ? c.toLower().unicode() : u'\0';
        if (lower == u'\0' || lower == u'k' || lower == u's')
            part.clear();
        else
            part += static_cast<char>(lower);
        if (part.size() > longest.size())
            longest = part;
    }
    return longest;
}

/// Whether \a needle is in the text of \a column, which is not NULL.
MaybePart containsPart(const QString &column, const QString &needle)
{
    const QByteArray part = plainPart(needle);
    const bool isWhole = part.size() == needle.size();
    const bool hasLetters = std::ranges::any_of(part, [](char c) { return c >= 'a' && c <= 'z'; });
    if (part.isEmpty() || (!isWhole && part.size() < 2))
        return std::nullopt;
    const QString text = u"CAST("_s + column + u" AS TEXT)"_s;
    return Part{u"(instr("_s + (hasLetters ? u"lower("_s + text + u')' : text) + u", ?) > 0)"_s,
                {SqlText{part}},
                isWhole && !hasLetters,
                false};
}

/// A test of a column of text, which may be NULL.
MaybePart textPart(const TextTest &test, const QString &column)
{
    const QString present = u"coalesce("_s + column + u", '')"_s;
    MaybePart part;
    if (test.how == TextTest::How::Contains) {
        part = containsPart(present, test.texts.constFirst());
    } else if (test.how == TextTest::How::Equals && !hasReplacement(test.texts)) {
        std::vector<SqlValue> values;
        for (const QString &text : test.texts) {
            for (const QByteArray &utf8 : spellings(text))
                values.emplace_back(SqlText{utf8});
        }
        part = inList(column, std::move(values));
        part->sql = u'(' + column + u" IS NOT NULL AND "_s + part->sql + u')';
    }
    return part;
}

/// A test of a column of bytes.
MaybePart bytesPart(const TextTest &test, const QString &column)
{
    if (test.how != TextTest::How::Equals)
        return test.how == TextTest::How::Contains ? containsPart(column, test.texts.constFirst()) : std::nullopt;
    std::vector<SqlValue> values;
    for (const QString &text : test.texts) {
        for (const QByteArray &utf8 : spellings(text))
            values.emplace_back(SqlBytes{utf8});
        const QByteArray latin1 = text.toLatin1();
        if (QString::fromLatin1(latin1) == text && !QByteArrayView(latin1).isValidUtf8())
            values.emplace_back(SqlBytes{latin1});
    }
    return inList(column, std::move(values));
}

/// Verdicts that are not known count as the closest, see summaryOf().
Part verdictPart(const WordTest &test)
{
    std::vector<SqlValue> values;
    qint64 count = 0;
    for (; verdictFromNumber(static_cast<int>(count)); ++count) {
        if (((test.bits >> count) & 1U) != 0)
            values.emplace_back(count);
    }
    const QString known = u"CASE WHEN c.verdict BETWEEN 0 AND %1 THEN c.verdict ELSE %2 END"_s.arg(count - 1).arg(
        static_cast<int>(Verdict::UnknownCommand));
    return inList(known, std::move(values));
}

class Compiler {
public:
    explicit Compiler(LaterColumns later)
        : m_bookmarked(later.marks ? u"(c.bookmarked <> 0)"_s : u"0"_s),
          m_note(later.marks ? u"c.note"_s : u"''"_s),
          m_origin(later.origins ? u"c.origin"_s : u"NULL"_s)
    {
    }

    [[nodiscard]] MaybePart compile(const FilterNode &node) const;

private:
    [[nodiscard]] MaybePart compile(const FilterComparison &comparison) const;
    [[nodiscard]] Part compileAll(const AllOf &all) const;
    [[nodiscard]] MaybePart compileAny(const AnyOf &any) const;
    [[nodiscard]] Part flagPart(const FlagTest &test) const
    {
        return {test.wanted ? m_bookmarked : u"(NOT "_s + m_bookmarked + u')', {}, true, false};
    }

    QString m_bookmarked;
    QString m_note;
    QString m_origin;
};

MaybePart Compiler::compile(const FilterComparison &comparison) const
{
    const auto number = [&](const QString &column) {
        return numberPart(std::get<NumberTest>(comparison.test), column);
    };
    const auto text = [&](const QString &column) { return textPart(std::get<TextTest>(comparison.test), column); };
    switch (comparison.field) {
    case FilterField::Seq:
        return number(u"c.seq"_s);
    case FilterField::Time:
        return number(u"c.received_us"_s);
    case FilterField::Status: // as summaryOf() bounds it
        return number(u"max(-2147483648, min(c.status, 2147483647))"_s);
    case FilterField::Size:
        return number(u"c.body_size"_s);
    case FilterField::Delay: {
        // SQLite goes on with a double where 64 bits do not suffice; the limits are those of CaptureFacts::delay().
        Part part = number(u"max(-9223372036854775807 - 1, min(c.received_us / 1000 - c.event_time,"
                           " 9223372036854775807))"_s);
        part.sql = u"(c.event_time IS NOT NULL AND "_s + part.sql + u')';
        return part;
    }
    case FilterField::Origin: {
        Part part = number(m_origin);
        part.sql = u'(' + m_origin + u" IS NOT NULL AND "_s + part.sql + u')';
        return part;
    }
    case FilterField::Room:
        return text(u"c.room"_s);
    case FilterField::Command:
        return text(u"c.command"_s);
    case FilterField::Operator:
        return text(u"c.operator"_s);
    case FilterField::Note:
        return text(m_note);
    case FilterField::Method:
        return bytesPart(std::get<TextTest>(comparison.test), u"c.method"_s);
    case FilterField::Body: {
        MaybePart part = bytesPart(std::get<TextTest>(comparison.test), u"coalesce(b.body, x'')"_s);
        if (part)
            part->usesContent = true;
        return part;
    }
    case FilterField::VerdictName:
        return verdictPart(std::get<WordTest>(comparison.test));
    case FilterField::Flag:
        return Part{u"((c.flags & ?) <> 0)"_s, {qint64{std::get<WordTest>(comparison.test).bits}}, true, false};
    case FilterField::Bookmarked:
        return flagPart(std::get<FlagTest>(comparison.test));
    default:
        return std::nullopt;
    }
}

Part Compiler::compileAll(const AllOf &all) const
{
    std::vector<Part> parts;
    bool isWhole = true;
    for (const FilterNodePtr &part : all.parts) {
        if (MaybePart compiled = compile(*part))
            parts.push_back(*std::move(compiled));
        else
            isWhole = false;
    }
    Part whole = parts.empty() ? Part{u"1"_s, {}, false, false} : joined(std::move(parts), " AND "_L1);
    whole.isExact = whole.isExact && isWhole;
    return whole;
}

MaybePart Compiler::compileAny(const AnyOf &any) const
{
    std::vector<Part> parts;
    for (const FilterNodePtr &part : any.parts) {
        MaybePart compiled = compile(*part);
        if (!compiled)
            return std::nullopt;
        parts.push_back(*std::move(compiled));
    }
    return joined(std::move(parts), " OR "_L1);
}

MaybePart Compiler::compile(const FilterNode &node) const
{
    if (const auto *all = std::get_if<AllOf>(&node.value))
        return compileAll(*all);
    if (const auto *any = std::get_if<AnyOf>(&node.value))
        return compileAny(*any);
    if (const auto *none = std::get_if<NoneOf>(&node.value))
        return withNegation(compile(*none->part), true);
    const auto &comparison = std::get<FilterComparison>(node.value);
    return withNegation(compile(comparison), comparison.isNegated);
}

/// Narrows \a compiled by a comparison that every capture must pass.
void narrow(const FilterNode &node, CompiledFilter &compiled)
{
    const auto *comparison = std::get_if<FilterComparison>(&node.value);
    if (!comparison || comparison->isNegated)
        return;
    if (comparison->field == FilterField::Seq) {
        // From the first to the last of the spans; no sequence at all is a range that ends before it begins.
        NumberSpan hull{std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::min()};
        for (const NumberSpan &span : std::get<NumberTest>(comparison->test).spans)
            hull = {std::min(hull.first, span.first), std::max(hull.last, span.last)};
        compiled.sequences = {std::max(compiled.sequences.first, hull.first),
                              std::min(compiled.sequences.last, hull.last)};
    } else if (comparison->field == FilterField::Room && compiled.rooms.empty()) {
        const auto &test = std::get<TextTest>(comparison->test);
        if (test.how != TextTest::How::Equals || hasReplacement(test.texts))
            return;
        for (const QString &text : test.texts)
            std::ranges::move(spellings(text), std::back_inserter(compiled.rooms));
    }
}

} // namespace

CompiledFilter compileFilter(const Filter &filter, LaterColumns later)
{
    CompiledFilter compiled;
    if (filter.isEmpty())
        return compiled;
    const FilterNode &root = *filter.root();
    if (const auto *all = std::get_if<AllOf>(&root.value)) {
        for (const FilterNodePtr &part : all->parts)
            narrow(*part, compiled);
    } else {
        narrow(root, compiled);
    }
    if (MaybePart part = Compiler(later).compile(root)) {
        compiled.condition = part->sql;
        compiled.values = std::move(part->values);
        compiled.usesContent = part->usesContent;
        compiled.isExact = part->isExact;
    } else {
        compiled.isExact = false;
    }
    return compiled;
}

} // namespace seatscope
