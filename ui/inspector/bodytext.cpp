// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/inspector/bodytext.h"

#include "ui/theme/widgets.h"

#include <QPlainTextEdit>

namespace seatscope {

QPlainTextEdit *bodyText(const QString &accessibleName, QWidget *parent)
{
    auto *text = new QPlainTextEdit(parent);
    text->setReadOnly(true);
    text->setUndoRedoEnabled(false);
    text->setFrameShape(QFrame::NoFrame);
    text->setFont(fixedFont());
    text->setAccessibleName(accessibleName);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    text->setTabChangesFocus(true);
    return text;
}

} // namespace seatscope
