// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/actions.h"

#include <QActionGroup>
#include <QMainWindow>
#include <QMenuBar>

namespace seatscope {

Actions::Actions(QMainWindow *window, Scheme scheme) : QObject(window), m_window(window)
{
    QMenu *file = window->menuBar()->addMenu(tr("&File"));
    copyUrl = add(file, tr("&Copy callback URL"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    exportCaptures = add(file, tr("&Export captures…"), QKeySequence(Qt::CTRL | Qt::Key_E));
    importCaptures = add(file, tr("&Import captures…"), QKeySequence(Qt::CTRL | Qt::Key_I));
    settings = add(file, tr("&Settings…"), QKeySequence(Qt::CTRL | Qt::Key_Comma));
    file->addSeparator();
    quit = add(file, tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q));

    QMenu *view = window->menuBar()->addMenu(tr("&View"));
    docksMenu = view->addMenu(tr("&Panels"));
    seatsMenu = view->addMenu(tr("S&eats"));
    filterCaptures = add(view, tr("&Filter captures"), QKeySequence(Qt::CTRL | Qt::Key_F));
    filterRooms = add(view, tr("Filter &rooms"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
    view->addSeparator();
    buildAppearance(view->addMenu(tr("&Appearance")), scheme);
    resetLayout = add(view, tr("Reset &layout"));

    QMenu *capture = captureMenu = window->menuBar()->addMenu(tr("&Capture"));
    nextCapture = add(capture, tr("&Next capture"), QKeySequence(Qt::Key_J));
    previousCapture = add(capture, tr("&Previous capture"), QKeySequence(Qt::Key_K));
    nextInRoom = add(capture, tr("Next capture of this &room"), QKeySequence(Qt::Key_BracketRight));
    previousInRoom = add(capture, tr("Pre&vious capture of this room"), QKeySequence(Qt::Key_BracketLeft));
    follow = add(capture, tr("&Follow the newest capture"), QKeySequence(Qt::Key_End));
    capture->addSeparator();
    showRoom = add(capture, tr("&Show the room of this capture"), QKeySequence(Qt::CTRL | Qt::Key_G));
    capture->addSeparator();
    sendTest = add(capture, tr("Send a &test callback"), QKeySequence(Qt::CTRL | Qt::Key_T));

    timeMenu = window->menuBar()->addMenu(tr("&Time"));

    QMenu *help = window->menuBar()->addMenu(tr("&Help"));
    keys = add(help, tr("&Keys"), QKeySequence(Qt::Key_F1));
    about = add(help, tr("&About SeatScope"));
}

QAction *Actions::add(QMenu *menu, const QString &text, const QKeySequence &shortcut)
{
    auto *action = new QAction(text, menu);
    action->setShortcut(shortcut);
    adopt(menu, action);
    return action;
}

void Actions::adopt(QMenu *menu, QAction *action)
{
    menu->addAction(action);
    if (!action->shortcut().isEmpty())
        m_all.push_back(action);
}

void Actions::buildAppearance(QMenu *menu, Scheme scheme)
{
    auto *group = new QActionGroup(this);
    const auto addChoice = [this, menu, group, scheme](const QString &text, Scheme choice) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(choice == scheme);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice] { Q_EMIT schemeChosen(choice); });
    };
    addChoice(tr("Like the &system"), Scheme::System);
    addChoice(tr("&Light"), Scheme::Light);
    addChoice(tr("&Dark"), Scheme::Dark);
}

} // namespace seatscope
