// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/settingsdialog.h"

#include "ui/settings/journalpage.h"
#include "ui/settings/limitspage.h"
#include "ui/settings/noticespage.h"
#include "ui/settings/receivingpage.h"
#include "ui/theme/iconview.h"
#include "ui/theme/symbolicicon.h"
#include "ui/theme/widgets.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTabWidget>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize startSize(720, 680);
constexpr int leastWidth = 640;

} // namespace

SettingsDialog::SettingsDialog(const WindowSettings &settings, const FixedSettings &fixed, bool hasToken,
                               QWidget *parent)
    : QDialog(parent),
      m_before(settings),
      m_pages(new QTabWidget(this)),
      m_receiving(new ReceivingPage(fixed, this)),
      m_limits(new LimitsPage(fixed, this)),
      m_journal(new JournalPage(fixed, this)),
      m_notices(new NoticesPage(this)),
      m_problemLine(new QWidget(this)),
      m_problem(paragraph({}, m_problemLine))
{
    setWindowTitle(tr("Settings"));
    resize(startSize);
    setMinimumWidth(leastWidth);
    m_pages->setDocumentMode(true);
    m_pages->addTab(m_receiving, tr("&Receiving"));
    m_pages->addTab(m_limits, tr("&Limits"));
    m_pages->addTab(m_journal, tr("&Journal"));
    m_pages->addTab(m_notices, tr("&Notices"));
    m_receiving->setSettings(settings, hasToken);
    m_limits->setConfig(settings.session);
    m_journal->setConfig(settings.session);
    m_notices->setSilence(settings.silence);

    auto *line = new QHBoxLayout(m_problemLine);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    line->addWidget(new IconView(symbolicIcon(u"warning"_s, Tint::Bad), 16, m_problemLine), 0, Qt::AlignTop);
    line->addWidget(m_problem, 1);
    m_problem->setAccessibleName(tr("What keeps the settings from being applied"));
    m_problemLine->hide();

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Apply | QDialogButtonBox::Cancel, this);
    m_apply = buttons->button(QDialogButtonBox::Apply);
    m_apply->setDefault(true);
    for (QAbstractButton *button : buttons->buttons())
        button->setIcon({});
    m_apply->setToolTip(tr("Listens anew with these settings; the journal and what it holds stay"));
    connect(m_apply, &QPushButton::clicked, this, &SettingsDialog::apply);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(16);
    column->addWidget(m_pages, 1);
    column->addWidget(m_problemLine);
    column->addWidget(buttons);
}

void SettingsDialog::showProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problemLine->setVisible(!problem.isEmpty());
    m_apply->setEnabled(true);
}

void SettingsDialog::showUsage(const SessionCounters &counters)
{
    m_journal->showUsage(counters);
}

QString SettingsDialog::problem() const
{
    return m_problem->text();
}

void SettingsDialog::apply()
{
    SettingsChange change{m_before, std::nullopt};
    if (const Result<void> read = m_receiving->writeTo(change); !read) {
        m_pages->setCurrentWidget(m_receiving);
        showProblem(read.error().message());
        return;
    }
    m_limits->writeTo(change.settings.session);
    m_journal->writeTo(change.settings.session);
    change.settings.silence = m_notices->silence();
    showProblem({});
    m_apply->setEnabled(false);
    Q_EMIT applyWanted(change);
}

} // namespace seatscope
