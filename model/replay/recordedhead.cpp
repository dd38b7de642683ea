// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/replay/recordedhead.h"

#include <QCoreApplication>

namespace seatscope {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("seatscope::RecordedHead", text);
}

/// Takes the first line off \a rest, with its end; empty when none ends there.
QByteArrayView takeLine(QByteArrayView &rest)
{
    const qsizetype end = rest.indexOf('\n');
    if (end < 0)
        return {};
    const QByteArrayView line = rest.first(end + 1);
    rest = rest.sliced(end + 1);
    return line;
}

QByteArrayView lineEndOf(QByteArrayView line)
{
    return line.last(line.endsWith("\r\n") ? 2 : 1);
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

RecordedField readField(QByteArrayView bytes)
{
    RecordedField field;
    field.bytes = bytes;
    field.lineEnd = lineEndOf(bytes);
    const QByteArrayView text = bytes.chopped(field.lineEnd.size());
    const qsizetype colon = text.indexOf(':');
    if (colon < 0)
        return field;
    field.name = text.first(colon);
    qsizetype begin = colon + 1;
    while (begin < text.size() && isBlank(text[begin]))
        ++begin;
    qsizetype end = text.size();
    while (end > begin && isBlank(text[end - 1]))
        --end;
    field.blanks = text.sliced(colon + 1, begin - colon - 1);
    field.value = text.sliced(begin, end - begin);
    return field;
}

bool readRequestLine(QByteArrayView line, RecordedHead &head)
{
    const QByteArrayView text = line.chopped(lineEndOf(line).size());
    const qsizetype first = text.indexOf(' ');
    const qsizetype last = text.lastIndexOf(' ');
    if (first < 1 || last <= first + 1)
        return false;
    head.method = text.first(first);
    head.target = text.sliced(first + 1, last - first - 1);
    head.version = text.sliced(last + 1);
    head.afterTarget = line.sliced(last);
    return head.version.startsWith("HTTP/");
}

} // namespace

QByteArray RecordedField::with(QByteArrayView newName, QByteArrayView newValue) const
{
    QByteArray field;
    field.reserve(newName.size() + newValue.size() + blanks.size() + 3);
    field.append(newName).append(':').append(blanks).append(newValue).append(lineEnd);
    return field;
}

Result<RecordedHead> readRecordedHead(const QByteArray &bytes)
{
    RecordedHead head;
    QByteArrayView rest(bytes);
    const QByteArrayView requestLine = takeLine(rest);
    if (requestLine.isEmpty() || !readRequestLine(requestLine, head))
        return failure(tr("the recorded request is broken: it has no whole request line"));
    while (true) {
        QByteArrayView line = takeLine(rest);
        if (line.isEmpty())
            return failure(tr("the head of the recorded request is not whole"));
        if (line.size() == lineEndOf(line).size()) {
            head.emptyLine = line;
            break;
        }
        // A value that is continued: one field with its lines.
        while (!rest.isEmpty() && isBlank(rest.front())) {
            const QByteArrayView more = takeLine(rest);
            if (more.isEmpty())
                break;
            line = QByteArrayView(line.data(), line.size() + more.size());
        }
        head.fields.push_back(readField(line));
    }
    if (!rest.isEmpty())
        return failure(tr("there is more behind the head of the recorded request"));
    return head;
}

} // namespace seatscope
