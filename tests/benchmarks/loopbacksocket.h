// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QtGlobal>

namespace seatscope::bench {

/// A TCP socket to a port of this machine that never blocks. Closing it resets the connection, so that a load that
/// reconnects without end does not use up the ports.
class LoopbackSocket {
public:
    enum class Outcome { Done, Wait, Ended };

    LoopbackSocket() = default;
    ~LoopbackSocket() { close(); }
    LoopbackSocket(LoopbackSocket &&other) noexcept;
    LoopbackSocket &operator=(LoopbackSocket &&other) noexcept;
    LoopbackSocket(const LoopbackSocket &) = delete;
    LoopbackSocket &operator=(const LoopbackSocket &) = delete;

    /// Begins to connect to 127.0.0.1:\a port from 127.0.0.\a host; false when the system has no socket left.
    bool open(quint16 port, quint8 host);
    void close();
    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    [[nodiscard]] int descriptor() const { return m_descriptor; }

    /// Sends what the system takes at once of \a bytes and adds it to \a sent. Wait: it took less than all.
    Outcome send(QByteArrayView bytes, qint64 &sent);
    /// Reads what is there, at most 64 KiB, into \a received. Ended: the other side has closed or reset.
    Outcome receive(QByteArray &received);

private:
    int m_descriptor = -1;
};

} // namespace seatscope::bench
