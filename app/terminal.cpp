// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/terminal.h"

#include "app/outputwriter.h"

#include <QList>

#include <cstdio>
#include <unistd.h>

namespace seatscope {

using namespace Qt::StringLiterals;

bool writeOut(const QByteArray &data)
{
    return OutputWriter(STDOUT_FILENO).write(data) == WriteOutcome::Written;
}

void say(const QString &message)
{
    const QByteArray line = message.toUtf8() + '\n';
    // Where nobody reads the words there is nobody to tell.
    static_cast<void>(std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stderr));
}

bool hasDisplay(const QStringList &arguments)
{
    const auto isSet = [](const char *name) { return !qEnvironmentVariableIsEmpty(name); };
    return isSet("DISPLAY") || isSet("WAYLAND_DISPLAY") || isSet("QT_QPA_PLATFORM") ||
           arguments.contains("-platform"_L1) || arguments.contains("--platform"_L1);
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
