// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/exchange/targetfield.h"

#include "ui/text/visibletext.h"
#include "ui/theme/widgets.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace seatscope {

TargetField::TargetField(const QString &path, QWidget *parent)
    : QWidget(parent),
      m_folder(QFileInfo(path).absolutePath()),
      m_edit(new QLineEdit(path, this)),
      m_remark(paragraph({}, this))
{
    m_edit->setAccessibleName(tr("File to write"));
    m_edit->setMinimumWidth(320);
    auto *choose = new QPushButton(tr("C&hoose…"), this);
    choose->setAccessibleName(tr("Choose the file to write"));
    choose->setAutoDefault(false);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_edit, 1);
    line->addWidget(choose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(line);
    column->addWidget(m_remark);
    // There from the start, so that nothing moves while a name is typed.
    m_remark->setMinimumHeight(m_remark->fontMetrics().lineSpacing());
    m_remark->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setFocusProxy(m_edit);
    connect(choose, &QPushButton::clicked, this, &TargetField::choose);
    connect(m_edit, &QLineEdit::textChanged, this, &TargetField::look);
    look();
}

void TargetField::setPath(const QString &path)
{
    m_edit->setText(path);
}

QString TargetField::path() const
{
    const QString typed = m_edit->text().trimmed();
    return typed.isEmpty() ? QString() : QDir::cleanPath(QDir(m_folder).absoluteFilePath(typed));
}

void TargetField::look()
{
    const QFileInfo file(path());
    const QString folder = visibleText(file.absolutePath());
    m_isPossible = false;
    m_replaces = false;
    QString remark;
    if (path().isEmpty()) {
        remark = tr("Name a file.");
    } else if (file.isDir()) {
        remark = tr("This is a folder. Name a file in it.");
    } else if (!file.dir().exists()) {
        remark = tr("There is no folder %1.").arg(folder);
    } else if (file.exists() && !file.isFile()) {
        remark = tr("This is no file that could be replaced. Choose another name.");
    } else {
        m_isPossible = true;
        m_replaces = file.exists();
        if (m_replaces)
            remark = tr("This file is there already and will be replaced when all is written.");
    }
    m_remark->setText(remark);
    m_edit->setAccessibleDescription(remark);
    Q_EMIT changed();
}

void TargetField::choose()
{
    auto *dialog = new QFileDialog(this, tr("Export captures to"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    // The remark says it, without a question that would stop everything.
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    const QFileInfo file(path());
    if (file.dir().exists())
        dialog->setDirectory(file.absolutePath());
    dialog->selectFile(file.fileName());
    connect(dialog, &QFileDialog::fileSelected, this, &TargetField::setPath);
    dialog->open();
}

} // namespace seatscope
