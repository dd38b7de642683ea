// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/initials.h"

#include <QList>

#include <algorithm>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// How much of an id is looked at, from each of its ends.
constexpr qsizetype lookedAt = 64;
/// Stands where the middle of a text was.
constexpr QChar cut(u'…');

QString upper(char32_t letter)
{
    const char32_t shown = QChar::toUpper(letter);
    return QString::fromUcs4(&shown, 1);
}

} // namespace

QString cutMiddle(const QString &text, qsizetype limit)
{
    if (text.size() <= limit)
        return text;
    const qsizetype half = (limit - 1) / 2;
    return text.first(half) + cut + text.last(half);
}

QString initials(const QString &id)
{
    const QList<uint> letters = cutMiddle(id, 2 * lookedAt).toUcs4();
    QString first;
    QString last;
    bool inWord = false;
    for (const uint letter : letters) {
        if (QChar::isMark(letter))
            continue;
        const bool belongs = QChar::isLetterOrNumber(letter);
        if (belongs && !inWord)
            (first.isEmpty() ? first : last) = upper(letter);
        inWord = belongs;
    }
    if (!first.isEmpty())
        return first + last;
    const auto visible = std::find_if(letters.begin(), letters.end(), [](uint letter) {
        return QChar::isPrint(letter) && !QChar::isSpace(letter) && !QChar::isMark(letter) &&
               letter != QChar::ReplacementCharacter && letter != cut.unicode();
    });
    return visible == letters.end() ? u"?"_s : upper(*visible);
}

} // namespace seatscope
