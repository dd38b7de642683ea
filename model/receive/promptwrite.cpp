// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/receive/promptwrite.h"

#include <QSslSocket>
#include <QTcpSocket>

#include <algorithm>
#include <sys/socket.h>

namespace seatscope {

namespace {

/// How many of \a bytes the system took.
qsizetype sendAtOnce(QTcpSocket &socket, const QByteArray &bytes)
{
    if (socket.bytesToWrite() > 0 || qobject_cast<QSslSocket *>(&socket))
        return 0;
    const auto sent = ::send(static_cast<int>(socket.socketDescriptor()), bytes.constData(),
                             static_cast<size_t>(bytes.size()), MSG_DONTWAIT | MSG_NOSIGNAL);
    return std::max<qsizetype>(0, sent);
}

} // namespace

void writePromptly(QTcpSocket &socket, const QByteArray &bytes)
{
    // QTcpSocket copies into its buffer, switches a notifier on and, once flushed, off again. Each switch wakes GLib's
    // event loop through the kernel: three system calls for an answer that one could send.
    const qsizetype sent = sendAtOnce(socket, bytes);
    if (sent == bytes.size())
        return;
    socket.write(bytes.constData() + sent, bytes.size() - sent);
    socket.flush();
}

} // namespace seatscope
