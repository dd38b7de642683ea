// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/gotofield.h"

#include <QKeyEvent>

namespace seatscope {

GotoField::GotoField(QWidget *parent) : QLineEdit(parent)
{
    constexpr int longest = 40;
    setMaxLength(longest);
    setPlaceholderText(tr("#505, 10:02:09 or 2026-11-23 10:02"));
    setAccessibleName(tr("Capture or time to go to"));
}

bool GotoField::event(QEvent *event)
{
    // In here, Esc does not return to live.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent *>(event)->key() ==
            Qt::Key_Escape) { // NOLINT(cppcoreguidelines-pro-type-static-cast-downcast)
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void GotoField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QLineEdit::keyPressEvent(event);
}

void GotoField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason) // its context menu
        Q_EMIT left();
}

} // namespace seatscope
