// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QKeySequence>
#include <QObject>

#include <array>

class QAction;

namespace seatscope {

/// What a person can do with time: for the time bar, the menu and the list of keys.
class TimeActions : public QObject {
    Q_OBJECT

public:
    explicit TimeActions(QObject *parent = nullptr);

    QAction *hold = nullptr;        ///< stay at the present, or return to it
    QAction *goLive = nullptr;      ///< return to the present, wherever it is
    QAction *previous = nullptr;    ///< the change before
    QAction *next = nullptr;        ///< the change after
    QAction *play = nullptr;        ///< and pause
    QAction *goTo = nullptr;        ///< a capture or time that is typed
    QAction *showCapture = nullptr; ///< the moment of the capture that is selected in the log

    /// In the order of the menu; showCapture is the log's.
    [[nodiscard]] std::array<QAction *, 6> ofMenu() const { return {hold, goLive, previous, next, play, goTo}; }

private:
    QAction *add(const QString &text, const QKeySequence &shortcut);
};

} // namespace seatscope
