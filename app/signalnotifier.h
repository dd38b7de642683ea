// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace seatscope {

/// Tells the event loop of SIGINT and SIGTERM while it exists; afterwards they end the process as usual.
/// At most one at a time, in the main thread.
class SignalNotifier : public QObject {
    Q_OBJECT

public:
    explicit SignalNotifier(QObject *parent = nullptr);
    ~SignalNotifier() override;

    /// Is readable from a signal on until interrupted() is emitted: for whoever waits outside the event loop.
    [[nodiscard]] int descriptor() const { return m_readEnd; }

Q_SIGNALS:
    /// The user or the system asks the program to end.
    void interrupted();

private:
    void drain();

    int m_readEnd = -1;
    int m_writeEnd = -1;
    QSocketNotifier m_notifier;
};

} // namespace seatscope
