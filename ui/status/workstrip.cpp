// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/status/workstrip.h"

#include "ui/status/bannertext.h"
#include "ui/theme/iconview.h"
#include "ui/theme/symbolicicon.h"

#include <QAction>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

#include <utility>

namespace seatscope {

using namespace Qt::StringLiterals;

WorkStrip::WorkStrip(const QString &name, Texts texts, QWidget *parent)
    : QToolBar(parent),
      m_texts(std::move(texts)),
      m_icon(new IconView(symbolicIcon(m_texts.icon), 16, this)),
      m_text(new BannerText(this)),
      m_bar(new QProgressBar(this)),
      m_cancel(new QPushButton(tr("Cancel"), this)),
      m_close(new QToolButton(this)),
      m_row(new QHBoxLayout)
{
    setObjectName(name);
    setWindowTitle(m_texts.title);
    setMovable(false);
    toggleViewAction()->setVisible(false);
    m_text->setAccessibleName(m_texts.title);
    m_bar->setAccessibleName(m_texts.share);
    m_bar->setRange(0, 100);
    m_bar->setFixedWidth(160);
    m_bar->setTextVisible(false);
    m_cancel->setToolTip(m_texts.cancelTip);
    makeLow(m_cancel);
    m_close->setIcon(symbolicIcon(u"cross"_s));
    m_close->setIconSize(QSize(16, 16));
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Hide this line"));
    m_close->setAccessibleName(m_close->toolTip());
    auto *line = new QWidget(this);
    line->setLayout(m_row);
    m_row->setContentsMargins(8, 2, 8, 2);
    m_row->setSpacing(8);
    m_row->addWidget(m_icon);
    m_row->addWidget(m_text, 1);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_bar, m_cancel, m_close})
        m_row->addWidget(widget);
    addWidget(line);
    layout()->setContentsMargins(0, 0, 0, 0);
    connect(m_cancel, &QPushButton::clicked, this, &WorkStrip::cancelWanted);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

/// Low, so that the smallest window has room for the line.
void WorkStrip::makeLow(QPushButton *button)
{
    button->setFixedHeight(button->fontMetrics().height() + 8);
}

QPushButton *WorkStrip::addButton(const QString &text, const QString &tip)
{
    auto *button = new QPushButton(text, this);
    button->setToolTip(tip);
    makeLow(button);
    button->hide();
    m_row->insertWidget(m_row->count() - 1, button);
    QWidget::setTabOrder(button, m_close);
    return button;
}

void WorkStrip::show(State state, const QString &words)
{
    // What a person has selected stays when the same is said again.
    if (words != m_text->text())
        m_text->setText(words);
    const bool isRunning = state == State::Running || state == State::Cancelling;
    if (state == State::Failed)
        m_icon->setIcon(symbolicIcon(u"warning"_s, Tint::Bad));
    else if (state == State::Succeeded)
        m_icon->setIcon(symbolicIcon(u"check"_s, Tint::Ok));
    else
        m_icon->setIcon(symbolicIcon(m_texts.icon));
    m_bar->setVisible(isRunning);
    m_cancel->setVisible(isRunning);
    m_cancel->setEnabled(state == State::Running);
    m_close->setVisible(!isRunning);
    stateShown(state);
    setVisible(true);
}

void WorkStrip::showProgress(const QString &words, int percent)
{
    m_bar->setValue(percent);
    show(State::Running, words);
}

void WorkStrip::showCancelling()
{
    show(State::Cancelling, m_texts.cancelling);
}

void WorkStrip::showSuccess(const QString &words)
{
    show(State::Succeeded, words);
}

void WorkStrip::showEnd(const QString &words)
{
    show(State::Ended, words);
}

void WorkStrip::showFailure(const QString &words)
{
    show(State::Failed, words);
}

QString WorkStrip::words() const
{
    return m_text->text();
}

} // namespace seatscope
