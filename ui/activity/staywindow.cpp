// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/activity/staywindow.h"

#include "ui/text/visibletext.h"
#include "ui/theme/symbolicicon.h"
#include "ui/theme/widgets.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace seatscope {

using namespace Qt::StringLiterals;

StayWindow::StayWindow(const StayQuestion &question, const Clock &clock, QWidget *parent)
    : QDialog(parent),
      m_stays(question),
      m_texts(m_stays, clock),
      m_view(new QTableView(this)),
      m_state(paragraph({}, this)),
      m_goOn(new QPushButton(tr("Look further back"), this)),
      m_refresh(new QPushButton(tr("Read anew"), this)),
      m_copy(new QPushButton(symbolicIcon(u"copy"_s), tr("Copy as text"), this))
{
    setWindowTitle(tr("%1 — history").arg(StayTextModel::title(question)));
    buildView();
    auto *buttons = new QHBoxLayout;
    auto *close = new QPushButton(tr("Close"), this);
    for (QPushButton *button : {m_goOn, m_refresh, m_copy, close}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->insertStretch(1);
    auto *column = new QVBoxLayout(this);
    column->addWidget(heading(StayTextModel::title(question), this));
    column->addWidget(m_state);
    column->addWidget(m_view, 1);
    column->addLayout(buttons);
    resize(760, 420);

    connect(m_goOn, &QPushButton::clicked, &m_stays, &StayModel::goOn);
    connect(m_refresh, &QPushButton::clicked, this, &StayWindow::refreshWanted);
    connect(m_copy, &QPushButton::clicked, this, &StayWindow::copy);
    connect(close, &QPushButton::clicked, this, &QWidget::close);
    connect(&m_stays, &StayModel::stateChanged, this, &StayWindow::showState);
    showState();
}

void StayWindow::buildView()
{
    m_view->setModel(&m_texts);
    prepareTable(m_view, tr("Stays, the newest first"));
    QHeaderView *header = m_view->horizontalHeader();
    header->resizeSection(StayModel::WhoColumn, columnWidth(m_view, u"144115233775727695"_s, fixedFont()));
    header->resizeSection(StayModel::FromColumn, columnWidth(m_view, u"00:00:00  #1234567"_s, fixedFont()));
    header->resizeSection(StayModel::ToColumn, columnWidth(m_view, u"00:00:00  #1234567"_s, fixedFont()));
    header->resizeSection(StayModel::LengthColumn, columnWidth(m_view, tr("how long"), fixedFont()));
    header->setSectionResizeMode(StayModel::EndColumn, QHeaderView::Stretch);
    const auto lead = [this](const QModelIndex &index) {
        if (const auto sequence = m_texts.callbackOf(index))
            Q_EMIT captureWanted(*sequence);
    };
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, lead);
    connect(m_view, &QTableView::activated, this, lead);
}

void StayWindow::showState()
{
    const QString first = QString::number(m_stays.first().value());
    const QString last = QString::number(m_stays.last().value());
    QString text;
    if (!m_stays.trouble().isEmpty())
        text = tr("What was before #%1 cannot be read: %2").arg(first, visibleText(m_stays.trouble()));
    else if (m_stays.isLoading())
        text = tr("Looking for what was before #%1…").arg(first);
    else if (m_stays.isFull())
        text = tr("Captures #%1 to #%2. There is too much to show what was before.").arg(first, last);
    else if (!m_stays.reachesBeginning())
        text = tr("Captures #%1 to #%2. There is more before.").arg(first, last);
    else if (m_stays.rowCount() == 0)
        text = tr("Nobody, up to capture #%1.").arg(last);
    else
        text = tr("All that the journal has, up to capture #%1.").arg(last);
    m_state->setText(text);
    m_goOn->setEnabled(!m_stays.isLoading() && !m_stays.reachesBeginning() && !m_stays.isFull());
    m_copy->setEnabled(m_stays.rowCount() > 0);
}

void StayWindow::copy() const
{
    QGuiApplication::clipboard()->setText(m_texts.asText());
}

} // namespace seatscope
