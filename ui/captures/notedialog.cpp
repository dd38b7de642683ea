// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/captures/notedialog.h"

#include "model/journal/capturemarks.h"
#include "ui/theme/tints.h"
#include "ui/theme/widgets.h"

#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace seatscope {

NoteDialog::NoteDialog(const std::vector<Sequence> &sequences, const QString &note, QWidget *parent)
    : QDialog(parent),
      m_edit(new QPlainTextEdit(note, this)),
      m_roomLeft(plainLabel({}, this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this))
{
    setWindowTitle(sequences.size() == 1 ? tr("Note on #%1").arg(sequences.front().value())
                                         : tr("Note on %n capture(s)", nullptr, static_cast<int>(sequences.size())));
    m_edit->setAccessibleName(windowTitle());
    m_edit->setTabChangesFocus(true);
    m_edit->setPlaceholderText(tr("What is remarkable about it? An empty note is removed."));
    m_edit->selectAll();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(m_edit);
    column->addWidget(m_roomLeft);
    column->addWidget(m_buttons);
    resize(420, 240);
    connect(m_edit, &QPlainTextEdit::textChanged, this, &NoteDialog::showRoomLeft);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT noteWanted(m_edit->toPlainText());
        accept();
    });
    m_buttons->button(QDialogButtonBox::Save)->setToolTip(tr("Keep the note (Ctrl+Enter)"));
    showRoomLeft();
}

void NoteDialog::showRoomLeft()
{
    const QLocale locale;
    const qsizetype left = longestNote - m_edit->toPlainText().size();
    const bool fits = left >= 0;
    m_roomLeft->setText(
        fits ? tr("%1 more characters fit", nullptr, static_cast<int>(left)).arg(locale.toString(left))
             : tr("%1 characters too long", nullptr, static_cast<int>(-left)).arg(locale.toString(-left)));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, tintColor(fits ? Tint::Muted : Tint::Bad, palette()));
    m_roomLeft->setPalette(colours);
    m_buttons->button(QDialogButtonBox::Save)->setEnabled(fits);
}

void NoteDialog::keyPressEvent(QKeyEvent *event)
{
    QPushButton *save = m_buttons->button(QDialogButtonBox::Save);
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers().testFlag(Qt::ControlModifier))
        save->click();
    else
        QDialog::keyPressEvent(event);
}

} // namespace seatscope
