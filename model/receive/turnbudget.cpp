// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/receive/turnbudget.h"

namespace seatscope {

TurnBudget::TurnBudget(int perTurn, QObject *parent) : QObject(parent), m_perTurn(perTurn), m_left(perTurn) {}

bool TurnBudget::take()
{
    if (m_left == 0)
        return false;
    // What is posted now is delivered in the next turn.
    if (m_left == m_perTurn)
        QMetaObject::invokeMethod(
            this, [this] { m_left = m_perTurn; }, Qt::QueuedConnection);
    --m_left;
    return true;
}

} // namespace seatscope
