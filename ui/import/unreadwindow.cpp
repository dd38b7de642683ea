// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/import/unreadwindow.h"

#include "ui/text/visibletext.h"
#include "ui/theme/symbolicicon.h"
#include "ui/theme/widgets.h"

#include <QAction>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

enum Column { FileColumn, WhereColumn, ReasonColumn, ColumnCount };

} // namespace

UnreadWindow::UnreadWindow(const std::vector<UnreadPart> &parts, qint64 all, QWidget *parent)
    : QDialog(parent),
      m_list(new QTreeWidget(this)),
      m_copy(nullptr)
{
    setWindowTitle(tr("What was not read"));
    m_list->setAccessibleName(tr("What was not read"));
    m_list->setHeaderLabels({tr("File"), tr("Where"), tr("Why")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->header()->setMaximumSectionSize(480);
    for (const UnreadPart &part : parts) {
        auto *item = new QTreeWidgetItem(m_list);
        item->setText(FileColumn, visibleText(QFileInfo(part.file).fileName()));
        item->setText(WhereColumn, visibleText(part.where));
        item->setText(ReasonColumn, visibleText(part.reason));
        item->setToolTip(FileColumn, plainToolTip(part.file));
        item->setToolTip(ReasonColumn, plainToolTip(part.reason));
        item->setSizeHint(ReasonColumn, QSize(0, rowHeight));
    }
    for (int column = 0; column < ReasonColumn; ++column)
        m_list->resizeColumnToContents(column);
    auto *copyAction = new QAction(symbolicIcon(u"copy"_s), tr("&Copy"), m_list);
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setShortcutContext(Qt::WidgetShortcut);
    m_list->addAction(copyAction);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(copyAction, &QAction::triggered, this, &UnreadWindow::copy);
    const QLocale locale;
    const auto listed = static_cast<qint64>(parts.size());
    QLabel *note =
        paragraph(listed < all ? tr("These are the first %1 of %2. \"seatscope import --json\" lists all of them.")
                                     .arg(locale.toString(listed), locale.toString(all))
                               : tr("What could be read was imported without it."),
                  this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setIcon({});
    m_copy = buttons->addButton(tr("&Copy the list"), QDialogButtonBox::ActionRole);
    m_copy->setAutoDefault(false);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        m_list->selectAll();
        copy();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(note);
    column->addWidget(m_list, 1);
    column->addWidget(buttons);
    resize(720, 400);
    m_list->setFocus();
}

void UnreadWindow::copy()
{
    QString text;
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        const QTreeWidgetItem *item = m_list->topLevelItem(row);
        if (!item->isSelected())
            continue;
        for (int column = 0; column < ColumnCount; ++column)
            text += item->text(column) % (column + 1 < ColumnCount ? u'\t' : u'\n');
    }
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

} // namespace seatscope
