// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QKeySequence>
#include <QObject>

#include <vector>

class QAction;
class QMainWindow;
class QMenu;

namespace seatscope {

/// The menus of the window and what they hold. The window connects the actions.
class Actions : public QObject {
    Q_OBJECT

public:
    /// Builds the menus of \a window; \a scheme is ticked under Appearance.
    Actions(QMainWindow *window, Scheme scheme);

    QAction *copyUrl = nullptr;
    QAction *exportCaptures = nullptr;
    QAction *importCaptures = nullptr;
    QAction *settings = nullptr;
    QAction *quit = nullptr;
    QAction *filterCaptures = nullptr;
    QAction *filterRooms = nullptr;
    QAction *follow = nullptr;
    QAction *resetLayout = nullptr;
    QAction *nextCapture = nullptr;
    QAction *previousCapture = nullptr;
    QAction *nextInRoom = nullptr;
    QAction *previousInRoom = nullptr;
    QAction *showRoom = nullptr;
    QAction *sendTest = nullptr;
    QAction *keys = nullptr;
    QAction *about = nullptr;
    /// Where what goes through time goes.
    QMenu *timeMenu = nullptr;
    /// Where the docks' own actions go.
    QMenu *docksMenu = nullptr;

    /// Where the choices of how seats are shown go.
    QMenu *seatsMenu = nullptr;
    /// Where what is done with captures goes.
    QMenu *captureMenu = nullptr;

    /// Puts an action of a panel into \a menu, and into the list of keys when it has a shortcut.
    void adopt(QMenu *menu, QAction *action);
    /// Everything that has a shortcut, for the list of keys.
    [[nodiscard]] const std::vector<QAction *> &all() const { return m_all; }

Q_SIGNALS:
    void schemeChosen(seatscope::Scheme scheme);

private:
    QAction *add(QMenu *menu, const QString &text, const QKeySequence &shortcut = {});
    void buildAppearance(QMenu *menu, Scheme scheme);

    QMainWindow *m_window;
    std::vector<QAction *> m_all;
};

} // namespace seatscope
