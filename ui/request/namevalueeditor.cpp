// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/request/namevalueeditor.h"

#include "ui/text/visibletext.h"
#include "ui/theme/tints.h"
#include "ui/theme/widgets.h"

#include <QHeaderView>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace seatscope {

NameValueEditor::NameValueEditor(const QString &name, QString hint, QWidget *parent)
    : QWidget(parent),
      m_hint(std::move(hint)),
      m_view(new QTableView(this)),
      m_add(new QPushButton(tr("&Add"), this)),
      m_remove(new QPushButton(tr("&Remove"), this)),
      m_up(new QPushButton(tr("Move &up"), this)),
      m_down(new QPushButton(tr("Move &down"), this)),
      m_remark(paragraph({}, this))
{
    constexpr int nameWidth = 200;
    m_view->setModel(&m_model);
    prepareTable(m_view, name);
    m_view->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                            QAbstractItemView::AnyKeyPressed);
    m_view->setFont(fixedFont());
    m_view->horizontalHeader()->setFont(font());
    m_view->horizontalHeader()->setSectionResizeMode(NameValueModel::ValueColumn, QHeaderView::Stretch);
    m_view->horizontalHeader()->resizeSection(NameValueModel::NameColumn, nameWidth);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton *button : {m_add, m_remove, m_up, m_down}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(8);
    column->addWidget(m_view, 1);
    column->addLayout(buttons);
    column->addWidget(m_remark);
    connect(m_add, &QPushButton::clicked, this, [this] {
        const int row = m_model.addBehind(m_view->currentIndex().row());
        choose(row);
        m_view->edit(m_model.index(row, NameValueModel::NameColumn));
    });
    connect(m_remove, &QPushButton::clicked, this, [this] { m_model.removeRowAt(m_view->currentIndex().row()); });
    connect(m_up, &QPushButton::clicked, this, [this] { choose(m_model.move(m_view->currentIndex().row(), true)); });
    connect(m_down, &QPushButton::clicked, this, [this] { choose(m_model.move(m_view->currentIndex().row(), false)); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &NameValueEditor::showPossible);
    connect(&m_model, &NameValueModel::edited, this, &NameValueEditor::showPossible);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &NameValueEditor::showPossible);
    showFaults({});
    showPossible();
}

void NameValueEditor::choose(int row)
{
    const int column = std::max(0, m_view->currentIndex().column());
    m_view->setCurrentIndex(m_model.index(row, column));
    showPossible();
}

void NameValueEditor::showPossible()
{
    const int row = m_view->currentIndex().row();
    m_remove->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_model.rowCount());
}

void NameValueEditor::showFaults(const std::vector<std::pair<int, QString>> &faults)
{
    m_model.setFaults(faults);
    const bool isFine = faults.empty();
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, tintColor(isFine ? Tint::Muted : Tint::Bad, palette()));
    m_remark->setPalette(colours);
    m_remark->setText(
        isFine ? m_hint
               : tr("Row %1: %2.").arg(QString::number(faults.front().first + 1), visibleText(faults.front().second)));
}

} // namespace seatscope
