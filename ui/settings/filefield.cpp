// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/filefield.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace seatscope {

FileField::FileField(const QString &title, QWidget *parent)
    : QWidget(parent),
      m_title(title),
      m_edit(new QLineEdit(this))
{
    auto *choose = new QPushButton(tr("Choose…"), this);
    choose->setAccessibleName(title);
    choose->setAutoDefault(false);
    m_edit->setAccessibleName(title);
    m_edit->setClearButtonEnabled(true);
    m_edit->setPlaceholderText(tr("none"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_edit, 1);
    row->addWidget(choose);
    setFocusProxy(m_edit);
    connect(choose, &QPushButton::clicked, this, &FileField::choose);
}

void FileField::setPath(const QString &path)
{
    m_edit->setText(path);
}

QString FileField::path() const
{
    return m_edit->text().trimmed();
}

void FileField::choose()
{
    auto *dialog = new QFileDialog(this, m_title, QFileInfo(path()).absolutePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &FileField::setPath);
    dialog->open();
}

} // namespace seatscope
