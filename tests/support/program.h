// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <memory>

namespace seatscope::test {

/// What a finished program left.
struct ProgramResult {
    int exitCode = -1; ///< -1 when it crashed or did not end in time
    QByteArray output;
    QByteArray words; ///< what it said on stderr
};

/// Runs `seatscope ARGUMENTS…` to its end.
[[nodiscard]] ProgramResult runProgram(const QStringList &arguments);

/// A running `seatscope serve` on a free port.
class ServeProgram {
public:
    /// Starts it on \a journal; url() is empty when it did not start to listen.
    /// What it says on stderr can be read from process() with QProcess::SeparateChannels only.
    explicit ServeProgram(const QString &journal, const QStringList &moreArguments = {},
                          QProcess::ProcessChannelMode channels = QProcess::ForwardedErrorChannel);
    ~ServeProgram();
    ServeProgram(const ServeProgram &) = delete;
    ServeProgram &operator=(const ServeProgram &) = delete;

    /// Where it listens, as its first line says.
    [[nodiscard]] QUrl url() const { return m_url; }
    [[nodiscard]] QProcess &process() { return *m_process; }
    /// Kill -9.
    void kill();
    /// SIGTERM; returns the exit code, -1 when it did not end.
    [[nodiscard]] int terminate();

private:
    std::unique_ptr<QProcess> m_process;
    QUrl m_url;
};

} // namespace seatscope::test
