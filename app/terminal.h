// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace seatscope {

/// Writes data to standard output, unbuffered and exact. False when nobody reads any more: then it is time to end
/// quietly.
[[nodiscard]] bool writeOut(const QByteArray &data);
/// Writes one line for the person to standard error.
void say(const QString &message);
/// Whether a window can be tried: the environment or \a arguments (-platform) name where to. Qt aborts otherwise.
[[nodiscard]] bool hasDisplay(const QStringList &arguments);
/// \a text for a terminal: what could steer it (control characters, line ends, text direction) is shown as an escape.
[[nodiscard]] QString printable(const QString &text);

} // namespace seatscope
