// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/help/keyswindow.h"

#include "ui/theme/widgets.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QVBoxLayout>

namespace seatscope {

namespace {

/// Not the icon's text: on a button, that may be a word which says nothing elsewhere.
QString nameOf(const QAction &action)
{
    return action.text().remove(u'&');
}

} // namespace

KeysWindow::KeysWindow(const std::vector<QAction *> &actions, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(24);
    form->setVerticalSpacing(8);
    for (const QAction *action : actions) {
        if (action->shortcut().isEmpty())
            continue;
        QLabel *keys = plainLabel(action->shortcut().toString(QKeySequence::NativeText), this);
        keys->setFont(fixedFont());
        form->addRow(keys, plainLabel(nameOf(*action), this));
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(16);
    column->addLayout(form);
    column->addWidget(buttons);
}

} // namespace seatscope
