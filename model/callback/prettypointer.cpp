// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/callback/prettypointer.h"

#include <optional>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// One line of the text, without its blanks.
struct Line {
    qsizetype start = 0; ///< in the text
    qsizetype indent = 0;
    QStringView text;

    [[nodiscard]] bool closes() const { return text.startsWith(u'}') || text.startsWith(u']'); }
};

Line lineAt(QStringView pretty, qsizetype position)
{
    Line line;
    line.start = position == 0 ? 0 : pretty.lastIndexOf(u'\n', position - 1) + 1;
    const qsizetype end = pretty.indexOf(u'\n', position);
    line.text = pretty.sliced(line.start, (end < 0 ? pretty.size() : end) - line.start);
    while (line.indent < line.text.size() && line.text.at(line.indent) == u' ')
        ++line.indent;
    line.text = line.text.sliced(line.indent);
    return line;
}

/// The key at the beginning of a line, with the escapes of a pointer; nothing where the line is an element of a list.
std::optional<QString> keyOf(QStringView text)
{
    if (!text.startsWith(u'"'))
        return std::nullopt;
    qsizetype end = 1;
    while (end < text.size() && text.at(end) != u'"')
        end += text.at(end) == u'\\' ? 2 : 1;
    if (end >= text.size() || !text.sliced(end + 1).startsWith(u": "))
        return std::nullopt;
    return text.sliced(1, end - 1).toString().replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
}

} // namespace

QString pointerAt(QStringView pretty, qsizetype position)
{
    QString pointer;
    Line line = lineAt(pretty, qBound(qsizetype{0}, position, pretty.size()));
    // A closing bracket belongs to the value that begins where the line has the same indent.
    for (const qsizetype indent = line.indent; (line.closes() || line.indent > indent) && line.start > 0;)
        line = lineAt(pretty, line.start - 1);
    // Not an optional: GCC takes what is in one for uninitialised here.
    bool isInValue = false;
    Line value;           // the line where the value begins whose step is looked for
    qsizetype before = 0; // values beside it that stand before it
    while (line.indent > 0 || isInValue) {
        if (!isInValue) {
            isInValue = true;
            value = line;
            before = 0;
        } else if (line.indent == value.indent && !line.closes()) {
            ++before;
        } else if (line.indent < value.indent) {
            pointer.prepend(u'/' + keyOf(value.text).value_or(QString::number(before)));
            isInValue = false;
            continue; // the same line again, now as the value around it
        }
        if (line.start == 0)
            break;
        line = lineAt(pretty, line.start - 1);
    }
    return pointer;
}

} // namespace seatscope
