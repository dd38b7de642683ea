// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/timeactions.h"

#include "ui/theme/symbolicicon.h"

#include <QAction>

namespace seatscope {

using namespace Qt::StringLiterals;

TimeActions::TimeActions(QObject *parent)
    : QObject(parent),
      hold(add(tr("&Hold this moment, or return to live"), Qt::Key_Space)),
      goLive(add(tr("&Return to live"), Qt::Key_Escape)),
      previous(add(tr("&Previous change"), Qt::ALT | Qt::Key_Left)),
      next(add(tr("&Next change"), Qt::ALT | Qt::Key_Right)),
      play(add(tr("P&lay or pause"), Qt::Key_P)),
      goTo(add(tr("&Go to a capture or time…"), Qt::CTRL | Qt::Key_L)),
      showCapture(add(tr("Show the rooms at this &capture"), Qt::CTRL | Qt::Key_Return))
{
    previous->setIcon(symbolicIcon(u"step-back"_s));
    next->setIcon(symbolicIcon(u"step-forward"_s));
    play->setIcon(symbolicIcon(u"play"_s));
    // Who holds the key down steps on; the others would flutter.
    for (QAction *once : {hold, goLive, play, showCapture})
        once->setAutoRepeat(false);
}

QAction *TimeActions::add(const QString &text, const QKeySequence &shortcut)
{
    auto *action = new QAction(text, this);
    action->setShortcut(shortcut);
    action->setToolTip(u"%1 (%2)"_s.arg(action->iconText(), shortcut.toString(QKeySequence::NativeText)));
    return action;
}

} // namespace seatscope
