// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

class QTcpSocket;

namespace seatscope {

/// Writes \a bytes to \a socket behind what it still has to write: to the system at once where it takes them, through
/// the socket's buffer otherwise (also for TLS). Errors show as the socket's own, later. The socket's thread.
void writePromptly(QTcpSocket &socket, const QByteArray &bytes);

} // namespace seatscope
