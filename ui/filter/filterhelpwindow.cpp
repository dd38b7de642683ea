// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/filter/filterhelpwindow.h"

#include "model/query/filterhelp.h"
#include "ui/theme/widgets.h"

#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QScreen>
#include <QVBoxLayout>

namespace seatscope {

FilterHelpWindow::FilterHelpWindow(QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Filters"));
    auto *text = new QPlainTextEdit(filterHelp(), this);
    text->setReadOnly(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setFont(fixedFont());
    text->setAccessibleName(tr("What a filter can ask for"));
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *column = new QVBoxLayout(this);
    column->addWidget(text);
    column->addWidget(buttons);
    constexpr int columns = 124;
    constexpr int lines = 34;
    const QFontMetrics metrics(text->font());
    const QSize wanted(columns * metrics.horizontalAdvance(u'0'), lines * metrics.lineSpacing());
    resize(wanted.boundedTo(screen()->availableSize() * 0.9));
}

} // namespace seatscope
