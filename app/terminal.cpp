// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/terminal.h"

#include <QList>

#include <cerrno>
#include <cstdio>
#include <poll.h>
#include <unistd.h>

namespace seatscope {

using namespace Qt::StringLiterals;

bool writeOut(const QByteArray &data)
{
    const char *next = data.constData();
    auto left = static_cast<size_t>(data.size());
    while (left > 0) {
        const ssize_t written = ::write(STDOUT_FILENO, next, left);
        if (written < 0 && errno == EAGAIN) {
            // Whoever shares the terminal or pipe may have made it non-blocking.
            pollfd out{STDOUT_FILENO, POLLOUT, 0};
            if (::poll(&out, 1, -1) < 0)
                return false;
            continue;
        }
        if (written < 0) {
            // A closed pipe is how "| head" ends a program; a full disk behind a redirection is worth a word.
            if (errno != EPIPE && errno != EINTR)
                say(u"standard output: %1"_s.arg(qt_error_string(errno)));
            return false;
        }
        next += written;
        left -= static_cast<size_t>(written);
    }
    return true;
}

void say(const QString &message)
{
    const QByteArray line = message.toUtf8() + '\n';
    // Where nobody reads the words there is nobody to tell.
    static_cast<void>(std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stderr));
}

QString printable(const QString &text)
{
    QString shown;
    shown.reserve(text.size());
    for (const char32_t point : text.toUcs4()) {
        if (QChar::isPrint(point) && QChar::category(point) != QChar::Other_Surrogate)
            shown += QChar::fromUcs4(point);
        else
            shown += u"\\u{%1}"_s.arg(static_cast<uint>(point), 0, 16);
    }
    return shown;
}

} // namespace seatscope
