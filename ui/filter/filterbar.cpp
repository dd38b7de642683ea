// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/filter/filterbar.h"

#include "ui/filter/filteredit.h"
#include "ui/filter/filterhelpwindow.h"
#include "ui/filter/filterhistory.h"
#include "ui/text/visibletext.h"
#include "ui/theme/iconview.h"
#include "ui/theme/symbolicicon.h"
#include "ui/theme/widgets.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QResizeEvent>
#include <QToolButton>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// How long a person stops typing before what is typed is taken.
constexpr int typingMs = 300;

QString asSentence(const QString &text)
{
    return text.endsWith(u'.') || text.endsWith(u'?') ? text : text + u'.';
}

QToolButton *toolButton(const QString &icon, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(symbolicIcon(icon));
    button->setAutoRaise(true);
    button->setToolTip(name);
    button->setAccessibleName(name);
    return button;
}

} // namespace

FilterBar::FilterBar(CaptureFilterModel &captures, const Clock &clock, QWidget *parent)
    : QWidget(parent),
      m_captures(captures),
      m_clock(clock),
      m_field(new FilterEdit(this)),
      m_recent(toolButton(u"history"_s, tr("Filters used last"), this)),
      m_recentMenu(new QMenu(m_recent)),
      m_help(toolButton(u"info"_s, tr("What a filter can ask for"), this)),
      m_statusLine(new QWidget(this)),
      m_statusIcon(new IconView(symbolicIcon(u"warning"_s, Tint::Bad), 16, this)),
      m_status(plainLabel({}, this)),
      m_stop(new QPushButton(this))
{
    m_recent->setMenu(m_recentMenu);
    m_recent->setPopupMode(QToolButton::InstantPopup);
    auto *fieldLine = new QHBoxLayout;
    fieldLine->setSpacing(2);
    fieldLine->addWidget(m_field, 1);
    fieldLine->addWidget(m_recent);
    fieldLine->addWidget(m_help);
    auto *statusLine = new QHBoxLayout(m_statusLine);
    statusLine->setContentsMargins(4, 0, 0, 0);
    statusLine->setSpacing(6);
    statusLine->addWidget(m_statusIcon);
    statusLine->addWidget(m_status, 1);
    statusLine->addWidget(m_stop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 4);
    column->setSpacing(2);
    column->addLayout(fieldLine);
    column->addWidget(m_statusLine);
    m_status->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_status->setMinimumWidth(1); // it is elided

    m_typing.setSingleShot(true);
    m_typing.setInterval(typingMs);
    connect(&m_typing, &QTimer::timeout, this, [this] { apply(false); });
    connect(m_field, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_field, &QLineEdit::returnPressed, this, [this] {
        apply(true);
        if (!m_fault)
            FilterHistory::remember(m_field->text());
    });
    connect(m_field, &FilterEdit::escaped, this, &FilterBar::escape);
    connect(m_recentMenu, &QMenu::aboutToShow, this, &FilterBar::fillRecent);
    connect(m_help, &QToolButton::clicked, this, &FilterBar::showHelp);
    connect(m_stop, &QPushButton::clicked, this, &FilterBar::stopOrGoOn);
    connect(&captures, &CaptureFilterModel::progressChanged, this, &FilterBar::showStatus);
    showStatus();
}

void FilterBar::setFilter(const QString &filter)
{
    m_field->setText(filter);
    apply(true);
    if (!m_fault)
        FilterHistory::remember(filter);
}

void FilterBar::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FilterBar::apply(bool isAnew)
{
    m_typing.stop();
    const QString text = m_field->text();
    if (!isAnew && text == m_tried)
        return;
    m_tried = text;
    m_fault = m_captures.setFilter(text, m_clock.wallTime());
    m_field->markFault(m_fault && m_fault->column > 0 ? std::optional(m_fault->offset) : std::nullopt);
    showStatus();
}

void FilterBar::escape()
{
    if (m_captures.progress().state == SearchProgress::State::Searching) {
        m_captures.stop();
    } else if (!m_field->text().isEmpty()) {
        m_field->clear();
        apply(false);
    } else {
        Q_EMIT left();
    }
}

QString FilterBar::progressText(const SearchProgress &progress, int found, int ofAll)
{
    const QLocale locale;
    const QString percent =
        locale.toString(progress.whole > 0 ? static_cast<int>(progress.passed * 100 / progress.whole) : 0);
    const QString number = locale.toString(found);
    switch (progress.state) {
    case SearchProgress::State::Unfiltered:
        return {};
    case SearchProgress::State::Searching:
        return tr("Searched %1 %, %2 found", nullptr, found).arg(percent, number);
    case SearchProgress::State::Stopped:
        return tr("Stopped: searched %1 %, %2 found", nullptr, found).arg(percent, number);
    case SearchProgress::State::Failed:
        return tr("The search failed at %1 %, %2 found: %3", nullptr, found)
            .arg(percent, number, visibleText(progress.trouble));
    case SearchProgress::State::Done:
        return tr("%1 of %2 captures", nullptr, ofAll).arg(number, locale.toString(ofAll));
    }
    return {};
}

void FilterBar::showStatus()
{
    const SearchProgress &progress = m_captures.progress();
    using State = SearchProgress::State;
    QString text;
    if (m_fault) {
        text = m_fault->column > 0 ? tr("Column %1: %2").arg(m_fault->column).arg(m_fault->what) : m_fault->what;
        if (!m_fault->remedy.isEmpty())
            text = tr("%1. %2").arg(text, m_fault->remedy);
        if (m_captures.isFiltering())
            text = tr("%1 Still filtered by: %2").arg(asSentence(text), m_captures.filterText());
        text = visibleText(text);
    } else {
        text = progressText(progress, m_captures.rowCount(), m_captures.logCount());
    }
    const bool canGoOn = progress.state == State::Stopped || progress.state == State::Failed;
    m_statusLine->setVisible(!text.isEmpty());
    m_statusIcon->setVisible(m_fault || progress.state == State::Failed);
    m_stop->setVisible(progress.state == State::Searching || canGoOn);
    m_stop->setText(canGoOn ? tr("Go on") : tr("Stop"));
    m_stop->setToolTip(canGoOn ? tr("Search the rest") : tr("Search no further (Esc in the field)"));
    m_status->setAccessibleName(text);
    m_status->setToolTip(plainToolTip(text));
    m_status->setText(m_status->fontMetrics().elidedText(text, Qt::ElideRight, qMax(m_status->width(), 80)));
    m_field->setAccessibleDescription(m_fault ? text : QString());
}

void FilterBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showStatus();
}

void FilterBar::stopOrGoOn()
{
    if (m_captures.progress().state == SearchProgress::State::Searching)
        m_captures.stop();
    else
        m_captures.resume();
}

void FilterBar::fillRecent()
{
    m_recentMenu->clear();
    const QStringList filters = FilterHistory::filters();
    for (const QString &filter : filters) {
        constexpr int mostPixels = 480;
        QString text = m_recentMenu->fontMetrics().elidedText(visibleText(filter), Qt::ElideMiddle, mostPixels);
        QAction *action = m_recentMenu->addAction(text.replace(u'&', u"&&"_s));
        connect(action, &QAction::triggered, this, [this, filter] { setFilter(filter); });
    }
    if (filters.isEmpty()) {
        m_recentMenu->addAction(tr("None yet: a filter is remembered with Enter"))->setEnabled(false);
        return;
    }
    m_recentMenu->addSeparator();
    connect(m_recentMenu->addAction(tr("Forget them")), &QAction::triggered, this, [] { FilterHistory::clear(); });
}

void FilterBar::showHelp()
{
    if (m_helpWindow.isNull()) {
        m_helpWindow = new FilterHelpWindow(window());
        m_helpWindow->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_helpWindow->show();
    m_helpWindow->raise();
}

} // namespace seatscope
