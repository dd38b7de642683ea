// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <chrono>

namespace seatscope {

/// Tells when callbacks have stopped, or have not begun: before the first one it counts from the start. Times are those
/// of the monotonic clock in ns, told by the caller. Not thread-safe.
class SilenceWatch {
public:
    /// What a call has changed.
    enum class Change : quint8 { None, Begins, Ends };

    /// Without a callback for \a after there is silence; 0: never. Callbacks can come from \a startNs on.
    SilenceWatch(std::chrono::seconds after, qint64 startNs) : m_after(after), m_last(startNs) {}

    /// A callback came: silence ends.
    [[nodiscard]] Change callbackCame(qint64 monotonicNs);
    /// Looks at the clock: silence may begin, once.
    [[nodiscard]] Change look(qint64 monotonicNs);

    [[nodiscard]] bool isSilent() const { return m_isSilent; }
    /// Time since the last callback, or since the start before the first.
    [[nodiscard]] std::chrono::nanoseconds since(qint64 monotonicNs) const;

private:
    std::chrono::nanoseconds m_after;
    qint64 m_last; ///< ns
    bool m_isSilent = false;
};

} // namespace seatscope
