// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/filter/filtercompletion.h"

#include "model/query/filterfields.h"
#include "model/query/filterwords.h"

#include <QRegularExpression>

#include <optional>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

bool isWithinQuotes(QStringView left)
{
    bool isWithin = false;
    for (qsizetype i = 0; i < left.size(); ++i) {
        if (isWithin && left.at(i) == u'\\')
            ++i;
        else if (left.at(i) == u'"')
            isWithin = !isWithin;
    }
    return isWithin;
}

/// The field whose value is being typed behind \a left, when it is one of known words.
std::optional<FilterField> fieldOfWords(const QString &left)
{
    static const QRegularExpression comparison(u"\\b(verdict|flag)\\s*(==|!=|\\bin\\b\\s*\\((?:[^()\"]*,)?)\\s*$"_s);
    const QRegularExpressionMatch match = comparison.match(left);
    if (!match.hasMatch())
        return std::nullopt;
    return findFilterField(match.captured(1))->field;
}

QStringList operatorsOf(FilterKind kind)
{
    switch (kind) {
    case FilterKind::Boolean:
        return {u"and"_s, u"or"_s, u"=="_s};
    case FilterKind::Words:
        return {u"=="_s, u"!="_s, u"in"_s};
    case FilterKind::Number:
    case FilterKind::Time:
        return {u"=="_s, u"!="_s, u"<"_s, u"<="_s, u">"_s, u">="_s, u"in"_s};
    case FilterKind::Text:
    case FilterKind::Bytes:
    case FilterKind::Json:
        break;
    }
    return {u"=="_s, u"!="_s, u"contains"_s, u"~"_s, u"in"_s, u"<"_s, u"<="_s, u">"_s, u">="_s};
}

/// The field that the last word of \a left names, null when it names none.
const FilterFieldEntry *fieldBefore(const QString &left)
{
    static const QRegularExpression lastWord(u"([^\\s()\",=<>~!]+)\\s+$"_s);
    const QRegularExpressionMatch match = lastWord.match(left);
    return match.hasMatch() ? findFilterField(match.captured(1)) : nullptr;
}

bool isValueExpected(const QString &left)
{
    static const QRegularExpression operatorAtEnd(u"(==|!=|<=?|>=?|~|\\bcontains|\\bin)\\s*\\(?\\s*$"_s);
    return operatorAtEnd.match(left).hasMatch();
}

QStringList candidates(const QString &left)
{
    if (const std::optional<FilterField> field = fieldOfWords(left))
        return filterWords(*field);
    if (isValueExpected(left))
        return {};
    if (const FilterFieldEntry *entry = fieldBefore(left))
        return operatorsOf(entry->kind);
    QStringList words;
    for (const FilterFieldEntry &entry : filterFields())
        words += QString(entry.name);
    return words + QStringList{u"and"_s, u"or"_s, u"not"_s};
}

} // namespace

FilterCompletion completionAt(const QString &text, qsizetype cursor, bool onDemand)
{
    const QStringView left = QStringView(text).first(qBound(qsizetype{0}, cursor, text.size()));
    FilterCompletion completion{left.size(), {}};
    if (isWithinQuotes(left))
        return completion;
    const auto isOfWord = [](QChar c) { return c.isLetterOrNumber() || c == u'.' || c == u'-' || c == u'_'; };
    while (completion.start > 0 && isOfWord(left.at(completion.start - 1)))
        --completion.start;
    const QStringView prefix = left.sliced(completion.start);
    if (prefix.isEmpty() && !onDemand)
        return completion;
    for (const QString &word : candidates(left.first(completion.start).toString())) {
        if (word.startsWith(prefix, Qt::CaseInsensitive) && word != prefix)
            completion.words += word;
    }
    return completion;
}

} // namespace seatscope
