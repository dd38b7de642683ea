// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/query/filterhelp.h"

#include "model/query/filterfields.h"

#include <QStringList>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

constexpr auto filterIntroduction =
    "A filter says which captures are wanted.\n"
    "\n"
    "  room == \"rid-123\" and flag == late         late callbacks of a room\n"
    "  seat == 3 and locked                       seat 3 is locked\n"
    "  user in (alice, bob) and time > -5m        of the last five minutes\n"
    "  verdict != accepted and not flag == late   what was refused or is not known\n"
    "  json.RoomInfo.RoomName ~ \"(?i)weekly\"      a place in the body, as a regular expression\n"
    "  kicked                                     the word somewhere in the body\n"
    "\n"
    "Operators  == != < <= > >=   in (1, 4, 7..9)   in 3..9   contains   ~ (regular expression)\n"
    "Joined by  and, or, not and parentheses; \"and\" binds tighter than \"or\"\n"
    "Texts      in double quotes, with \\\" \\\\ \\n \\r \\t \\uXXXX; without quotes where they are one word\n"
    "Times      \"2026-11-22 10:00\" (local), \"2026-11-22T10:00:00Z\", -30s -5m -2h -1d (before now)\n"
    "\n"
    "== and != regard case, contains and bare words do not. What a capture does not have equals nothing: only\n"
    "!= and \"not in\" are true of it. Conditions on seats (user, seat, locked, video, audio) that \"and\" joins\n"
    "directly speak of the same seat.\n"
    "\n"
    "Fields\n"_L1;

} // namespace

QString filterHelp()
{
    QString text = filterIntroduction;
    for (const FilterFieldEntry &entry : filterFields()) {
        const QString name = entry.isNamed() ? entry.name + (entry.field == FilterField::Json ? u"PATH"_s : u"NAME"_s)
                                             : QString(entry.name);
        text += u"  %1 %2\n"_s.arg(name, -12).arg(filterFieldDescription(entry));
        for (const QString &example : QString(entry.examples).split(u'\n'))
            text += QString(15, u' ') + example + u'\n';
    }
    return text;
}

} // namespace seatscope
