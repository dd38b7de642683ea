// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/layoutkeeper.h"

#include <QDockWidget>
#include <QMainWindow>
#include <QSettings>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// Raised when docks come or go: a state of another version is not restored.
constexpr int stateVersion = 3;
constexpr QSize defaultSize(1440, 900);
/// With less, views and bars would be cut off.
constexpr QSize leastSize(800, 500);

} // namespace

LayoutKeeper::LayoutKeeper(QMainWindow *window, const Docks &docks) : QObject(window), m_window(window), m_docks(docks)
{
}

void LayoutKeeper::restore()
{
    m_window->setMinimumSize(leastSize);
    m_window->resize(defaultSize);
    reset();
    const QSettings settings;
    m_window->restoreGeometry(settings.value(u"window/geometry"_s).toByteArray());
    m_window->restoreState(settings.value(u"window/state"_s).toByteArray(), stateVersion);
}

void LayoutKeeper::save() const
{
    QSettings settings;
    settings.setValue(u"window/geometry"_s, m_window->saveGeometry());
    settings.setValue(u"window/state"_s, m_window->saveState(stateVersion));
}

void LayoutKeeper::reset()
{
    m_window->addDockWidget(Qt::LeftDockWidgetArea, m_docks.rooms);
    m_window->addDockWidget(Qt::RightDockWidgetArea, m_docks.inspector);
    m_window->addDockWidget(Qt::RightDockWidgetArea, m_docks.health);
    m_window->addDockWidget(Qt::BottomDockWidgetArea, m_docks.captures);
    m_window->addDockWidget(Qt::BottomDockWidgetArea, m_docks.activity);
    for (QDockWidget *dock : {m_docks.rooms, m_docks.inspector, m_docks.health, m_docks.captures, m_docks.activity}) {
        dock->setFloating(false);
        dock->show();
    }
    m_window->tabifyDockWidget(m_docks.inspector, m_docks.health);
    m_window->splitDockWidget(m_docks.captures, m_docks.activity, Qt::Horizontal);
    m_docks.inspector->raise();
    m_window->resizeDocks({m_docks.rooms, m_docks.inspector}, {280, 420}, Qt::Horizontal);
    m_window->resizeDocks({m_docks.captures}, {272}, Qt::Vertical);
    m_window->resizeDocks({m_docks.captures, m_docks.activity}, {860, 580}, Qt::Horizontal);
}

} // namespace seatscope
