// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <chrono>

namespace seatscope {

/// Tells when callbacks that came before have stopped. It waits for the first one: until then nothing is missed. Times
/// are those of the monotonic clock in ns, told by the caller. Not thread-safe.
class SilenceWatch {
public:
    /// What a call has changed.
    enum class Change : quint8 { None, Begins, Ends };

    /// Without a callback for \a after there is silence; 0: never.
    explicit SilenceWatch(std::chrono::seconds after) : m_after(after) {}

    /// A callback came: silence ends.
    [[nodiscard]] Change callbackCame(qint64 monotonicNs);
    /// Looks at the clock: silence may begin, once.
    [[nodiscard]] Change look(qint64 monotonicNs);

    [[nodiscard]] bool isSilent() const { return m_isSilent; }
    /// Time since the last callback, 0 before the first.
    [[nodiscard]] std::chrono::nanoseconds since(qint64 monotonicNs) const;

private:
    std::chrono::nanoseconds m_after;
    qint64 m_last = 0; ///< ns
    bool m_hasCome = false;
    bool m_isSilent = false;
};

} // namespace seatscope
