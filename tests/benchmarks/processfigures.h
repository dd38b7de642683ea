// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <map>

namespace seatscope::bench {

/// What /proc says about another process of the same user.
class ProcessFigures {
public:
    explicit ProcessFigures(qint64 processId) : m_processId(processId) {}

    /// Memory that it has in use (VmRSS), KiB; 0 when it has ended.
    [[nodiscard]] qint64 residentKb() const;
    /// The most of it since resetPeak() (VmHWM), KiB.
    [[nodiscard]] qint64 peakResidentKb() const;
    /// Lets the peak begin anew; false where the system does not allow it.
    bool resetPeak() const;
    /// How many of its descriptors are sockets.
    [[nodiscard]] int sockets() const;
    /// How long its threads have been at work by now, by their names, s; the first one is "main".
    [[nodiscard]] std::map<QByteArray, double> threadSeconds() const;

private:
    [[nodiscard]] qint64 statusKb(const char *name) const;

    const qint64 m_processId;
};

} // namespace seatscope::bench
