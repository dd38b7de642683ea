// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/exchange/exportstrip.h"

#include "ui/status/bannertext.h"
#include "ui/theme/iconview.h"
#include "ui/theme/symbolicicon.h"

#include <QAction>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

namespace seatscope {

using namespace Qt::StringLiterals;

ExportStrip::ExportStrip(QWidget *parent)
    : QToolBar(parent),
      m_icon(new IconView(symbolicIcon(u"export"_s), 16, this)),
      m_text(new BannerText(this)),
      m_bar(new QProgressBar(this)),
      m_cancel(new QPushButton(tr("Cancel"), this)),
      m_folder(new QPushButton(tr("Show folder"), this)),
      m_close(new QToolButton(this))
{
    setObjectName(u"exportStrip"_s);
    setWindowTitle(tr("Export"));
    setMovable(false);
    toggleViewAction()->setVisible(false);
    m_text->setAccessibleName(tr("Export"));
    m_bar->setAccessibleName(tr("How much is exported"));
    m_bar->setRange(0, 100);
    m_bar->setFixedWidth(160);
    m_bar->setTextVisible(false);
    m_cancel->setToolTip(tr("No file is written; one that was there stays as it was"));
    m_folder->setToolTip(tr("Opens the folder that the file is in"));
    // Low, so that the smallest window has room for the line.
    for (QPushButton *button : {m_cancel, m_folder})
        button->setFixedHeight(button->fontMetrics().height() + 8);
    m_close->setIcon(symbolicIcon(u"cross"_s));
    m_close->setIconSize(QSize(16, 16));
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Hide this line"));
    m_close->setAccessibleName(m_close->toolTip());
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(8, 2, 8, 2);
    row->setSpacing(8);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_bar, m_cancel, m_folder, m_close})
        row->addWidget(widget);
    addWidget(line);
    layout()->setContentsMargins(0, 0, 0, 0);
    connect(m_cancel, &QPushButton::clicked, this, &ExportStrip::cancelWanted);
    connect(m_folder, &QPushButton::clicked, this, &ExportStrip::folderWanted);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

void ExportStrip::show(State state, const QString &words)
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
        m_icon->setIcon(symbolicIcon(u"export"_s));
    m_bar->setVisible(isRunning);
    m_cancel->setVisible(isRunning);
    m_cancel->setEnabled(state == State::Running);
    m_folder->setVisible(state == State::Succeeded);
    m_close->setVisible(!isRunning);
    setVisible(true);
}

void ExportStrip::showProgress(const QString &words, int percent)
{
    m_bar->setValue(percent);
    show(State::Running, words);
}

void ExportStrip::showCancelling()
{
    show(State::Cancelling, tr("Cancelling the export…"));
}

void ExportStrip::showSuccess(const QString &words)
{
    show(State::Succeeded, words);
}

void ExportStrip::showEnd(const QString &words)
{
    show(State::Ended, words);
}

void ExportStrip::showFailure(const QString &words)
{
    show(State::Failed, words);
}

QString ExportStrip::words() const
{
    return m_text->text();
}

} // namespace seatscope
