// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tokenfile.h"

#include "app/terminal.h"

#include <QFile>

namespace seatscope {

using namespace Qt::StringLiterals;

Result<QByteArray> readTokenFile(const QString &path)
{
    if (path.isEmpty())
        return QByteArray();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(u"the token cannot be read: %1"_s.arg(file.errorString()), path);
    constexpr QFile::Permissions others = QFile::ReadGroup | QFile::ReadOther;
    if (file.permissions() & others)
        say(u"%1: other users can read this token. \"chmod 600\" keeps it yours."_s.arg(path));
    // RTC documentation 64412: 1 to 128 characters; a character has 4 bytes at most, the line end 2.
    constexpr qsizetype maxCharacters = 128;
    QByteArray line = file.readLine(4 * maxCharacters + 3);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    const qsizetype characters = QString::fromUtf8(line).size();
    if (characters < 1 || characters > maxCharacters)
        return failure(u"the first line holds no token"_s, path, u"A token has 1 to 128 characters"_s);
    return line;
}

} // namespace seatscope
