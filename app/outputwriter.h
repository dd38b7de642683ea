// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <chrono>
#include <optional>

namespace seatscope {

/// How a write went.
enum class WriteOutcome : quint8 {
    Written,
    Interrupted, ///< the rest is kept, see OutputWriter::finishWithin()
    Closed       ///< nobody reads any more, or it cannot be written: it is time to end quietly
};

/// Writes exact bytes to a file, terminal or pipe; a pipe that nobody empties does not keep it from ending.
class OutputWriter {
public:
    /// \a output and \a interrupter stay the caller's. Writing stops as soon as \a interrupter is readable (−1: never).
    explicit OutputWriter(int output, int interrupter = -1);

    /// Writes what an interruption left and then \a data. Problems but a closed pipe are told on standard error.
    WriteOutcome write(const QByteArray &data);
    /// From now on nothing interrupts, but all writing together waits no longer than \a patience for the reader.
    /// Only the first call counts.
    void finishWithin(std::chrono::nanoseconds patience);

private:
    /// Waits until a write of PIPE_BUF bytes cannot block.
    [[nodiscard]] WriteOutcome waitUntilReady();

    int m_output;
    int m_interrupter;
    QByteArray m_rest;
    std::optional<std::chrono::nanoseconds> m_patience; ///< nothing: no limit
};

} // namespace seatscope
