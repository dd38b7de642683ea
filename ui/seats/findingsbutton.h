// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/room/roomfindings.h"

#include <QListWidget>
#include <QPointer>
#include <QToolButton>

#include <vector>

namespace seatscope {

/// Says how many findings a room has; opens a list of them, each with its sentences. Hidden while there are none.
class FindingsButton : public QToolButton {
    Q_OBJECT

public:
    explicit FindingsButton(QWidget *parent = nullptr);

    void show(std::vector<RoomFinding> findings);
    /// The list, while it is open; null otherwise.
    [[nodiscard]] QListWidget *list() const { return m_list; }

Q_SIGNALS:
    /// The person wants to see the callback that a finding comes from.
    void captureWanted(seatscope::Sequence sequence);

private:
    void open();

    std::vector<RoomFinding> m_findings;
    QPointer<QListWidget> m_list; ///< while it is shown
};

} // namespace seatscope
