// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>

namespace seatscope::bench {

/// A server that runs as a process of its own while it is measured; ended with the object at the latest.
/// Its standard output is discarded or read for the URL; its words on stderr go to the benchmark's.
class ServerProcess {
public:
    ServerProcess();
    ~ServerProcess();
    ServerProcess(const ServerProcess &) = delete;
    ServerProcess &operator=(const ServerProcess &) = delete;

    /// Starts a server that prints its URL as its first line; returns the URL, empty when it did not come within 10 s.
    [[nodiscard]] QString startAndReadUrl(const QString &program, const QStringList &arguments);
    /// Starts a server with its output thrown away; returns whether \a port takes connections within \a patienceMs.
    [[nodiscard]] bool startAndAwaitPort(const QString &program, const QStringList &arguments, quint16 port,
                                         int patienceMs = 10'000);
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }
    /// Asks it to end (SIGTERM); returns whether it did so within 30 s with exit code 0.
    bool stop();

private:
    QProcess m_process;
};

/// A port on the loopback address that nobody listened on a moment ago; 0 when there is none.
[[nodiscard]] quint16 freePort();

} // namespace seatscope::bench
