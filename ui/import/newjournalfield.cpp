// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/import/newjournalfield.h"

#include "ui/text/visibletext.h"
#include "ui/theme/widgets.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostTries = 100;
constexpr auto suffix = ".seatscope"_L1;

} // namespace

NewJournalField::NewJournalField(const QString &path, QWidget *parent)
    : QWidget(parent),
      m_folder(QFileInfo(path).absolutePath()),
      m_edit(new QLineEdit(path, this)),
      m_remark(paragraph({}, this))
{
    m_edit->setAccessibleName(tr("New journal"));
    m_edit->setMinimumWidth(320);
    auto *choose = new QPushButton(tr("C&hoose…"), this);
    choose->setAccessibleName(tr("Choose where the new journal goes"));
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
    connect(choose, &QPushButton::clicked, this, &NewJournalField::choose);
    connect(m_edit, &QLineEdit::textChanged, this, &NewJournalField::look);
    look();
}

QString NewJournalField::path() const
{
    const QString typed = m_edit->text().trimmed();
    if (typed.isEmpty())
        return {};
    const QString path = QDir::cleanPath(QDir(m_folder).absoluteFilePath(typed));
    return QFileInfo(path).suffix().isEmpty() && !QFileInfo(path).isDir() ? QString(path % suffix) : path;
}

void NewJournalField::look()
{
    const QFileInfo file(path());
    m_isPossible = false;
    QString remark;
    if (path().isEmpty()) {
        remark = tr("Name a file.");
    } else if (file.isDir()) {
        remark = tr("This is a folder. Name a file in it.");
    } else if (!file.dir().exists()) {
        remark = tr("There is no folder %1.").arg(visibleText(file.absolutePath()));
    } else if (file.exists()) {
        remark = tr("There is a file already. Choose another name.");
    } else {
        m_isPossible = true;
    }
    m_remark->setText(remark);
    m_edit->setAccessibleDescription(remark);
    Q_EMIT changed();
}

void NewJournalField::choose()
{
    auto *dialog = new QFileDialog(this, tr("New journal"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    // The remark says it, without a question that would stop everything.
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    const QFileInfo file(path());
    if (file.dir().exists())
        dialog->setDirectory(file.absolutePath());
    dialog->selectFile(file.fileName());
    connect(dialog, &QFileDialog::fileSelected, m_edit, &QLineEdit::setText);
    dialog->open();
}

QString suggestedJournal(const QString &file)
{
    const QFileInfo info(file);
    const QString base = info.absoluteDir().filePath(info.completeBaseName());
    QString path = base % suffix;
    for (int i = 2; QFileInfo::exists(path) && i < mostTries; ++i)
        path = u"%1-%2"_s.arg(base, QString::number(i)) % suffix;
    return path;
}

} // namespace seatscope
