// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/replay/replayer.h"

#include <QObject>
#include <QSocketNotifier>

namespace seatscope {

/// Lets a replay take a step for each line of standard input. When that ends, the replay ends with the steps taken.
class ReplaySteps : public QObject {
    Q_OBJECT

public:
    /// \a replayer must live as long.
    explicit ReplaySteps(Replayer &replayer, QObject *parent = nullptr);

private:
    void read();
    void stopWhenTaken();

    Replayer &m_replayer;
    QSocketNotifier m_notifier;
    size_t m_steps = 0;
    bool m_isOver = false; ///< no more lines
};

} // namespace seatscope
