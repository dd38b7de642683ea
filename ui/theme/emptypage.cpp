// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/emptypage.h"

#include "ui/theme/iconview.h"
#include "ui/theme/widgets.h"

#include <QVBoxLayout>

namespace seatscope {

EmptyPage::EmptyPage(const QIcon &icon, const QString &title, const QString &advice, QWidget *parent)
    : QWidget(parent),
      m_title(heading(title, this)),
      m_advice(paragraph(advice, this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    for (QLabel *label : {m_title, m_advice})
        label->setAlignment(Qt::AlignCenter);
    m_title->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addStretch();
    column->addWidget(new IconView(icon, 32, this), 0, Qt::AlignHCenter);
    column->addWidget(m_title);
    column->addWidget(m_advice);
    column->addStretch();
}

void EmptyPage::setTexts(const QString &title, const QString &advice)
{
    m_title->setText(title);
    m_advice->setText(advice);
}

QString EmptyPage::title() const
{
    return m_title->text();
}

QString EmptyPage::advice() const
{
    return m_advice->text();
}

} // namespace seatscope
