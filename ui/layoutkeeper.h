// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QDockWidget;
class QMainWindow;

namespace seatscope {

/// Where the docks are: remembered in the settings under `window/geometry` and `window/state`, and put back.
class LayoutKeeper : public QObject {
    Q_OBJECT

public:
    struct Docks {
        QDockWidget *rooms;
        QDockWidget *captures;
        QDockWidget *inspector;
        QDockWidget *health;
        QDockWidget *activity;
    };

    LayoutKeeper(QMainWindow *window, const Docks &docks);

    /// Puts back what was saved; the default layout when nothing (or something of another version) was.
    void restore();
    void save() const;
    /// The default layout: rooms left, inspector right with health behind it, captures below with
    /// what happened beside them.
    void reset();

private:
    QMainWindow *m_window;
    Docks m_docks;
};

} // namespace seatscope
