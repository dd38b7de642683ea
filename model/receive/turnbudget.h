// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace seatscope {

/// How often something may be done in one turn of the event loop, whoever does it. For work that many sockets can ask
/// for at once. Lives in the thread whose turns count.
class TurnBudget : public QObject {
    Q_OBJECT

public:
    explicit TurnBudget(int perTurn, QObject *parent = nullptr);

    /// Takes one of what is left of this turn; false when nothing is.
    [[nodiscard]] bool take();

private:
    const int m_perTurn;
    int m_left;
};

} // namespace seatscope
