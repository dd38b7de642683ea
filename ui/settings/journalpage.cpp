// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/journalpage.h"

#include "ui/settings/formrows.h"
#include "ui/settings/numberform.h"
#include "ui/text/pluralcount.h"
#include "ui/text/sizetext.h"
#include "ui/text/words.h"
#include "ui/theme/iconview.h"
#include "ui/theme/symbolicicon.h"
#include "ui/theme/widgets.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int barSteps = 1000;

void setUsed(QProgressBar *bar, qint64 used, qint64 most, const QString &text)
{
    const double share = most > 0 ? static_cast<double>(used) / static_cast<double>(most) : 1;
    bar->setValue(std::clamp(static_cast<int>(share * barSteps), 0, barSteps));
    bar->setFormat(text);
}

} // namespace

JournalPage::JournalPage(const FixedSettings &fixed, QWidget *parent)
    : QWidget(parent),
      m_usage(new QWidget(this)),
      m_full(new QWidget(m_usage)),
      m_captures(makeBar()),
      m_bytes(makeBar()),
      m_uninvited(makeBar())
{
    using Unit = NumberField::Unit;
    m_numbers = new NumberForm({{"keep"_L1, tr("Captures to keep"), Unit::None},
                                {"keep-bytes"_L1, tr("Size of the journal"), Unit::Bytes},
                                {"keep-days"_L1, tr("Time to keep"), Unit::Days},
                                {"keep-refused-percent"_L1, tr("Share for uninvited requests"), Unit::Percent}},
                               fixed, this);
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(16);
    buildUsage();
    column->addWidget(m_usage);
    column->addWidget(heading(tr("Limits"), content));
    column->addWidget(paragraph(tr("Beyond a limit the oldest captures go, never one with a bookmark. Uninvited "
                                   "requests (refused ones and probes) have a share of their own, so that they cannot "
                                   "push out real callbacks."),
                                content));
    column->addWidget(m_numbers);
    auto *reset = new QPushButton(tr("Reset to &defaults"), content);
    column->addWidget(reset, 0, Qt::AlignLeft);
    column->addStretch();
    connect(reset, &QPushButton::clicked, m_numbers, &NumberForm::reset);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scrolled(content, this));
}

void JournalPage::buildUsage()
{
    QFormLayout *form = settingsForm();
    addSetting(form, tr("Captures"), m_captures, {}, {});
    addSetting(form, tr("Size"), m_bytes, {}, {});
    addSetting(form, tr("Uninvited requests"), m_uninvited, {}, {});
    m_onDisk = addNote(form, {}, m_usage);
    auto *line = new QHBoxLayout(m_full);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    line->addWidget(new IconView(symbolicIcon(u"warning"_s, Tint::Bad), 16, m_full), 0, Qt::AlignTop);
    line->addWidget(paragraph(Words::bookmarksExceed(), m_full), 1);
    m_full->hide();
    auto *column = new QVBoxLayout(m_usage);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    column->addWidget(heading(tr("In use"), m_usage));
    column->addLayout(form);
    column->addWidget(m_full);
    // Unknown until showUsage().
    m_usage->hide();
}

QProgressBar *JournalPage::makeBar()
{
    auto *bar = new QProgressBar(m_usage);
    bar->setRange(0, barSteps);
    return bar;
}

void JournalPage::setConfig(const SessionConfig &config)
{
    m_numbers->setConfig(config);
}

void JournalPage::writeTo(SessionConfig &config) const
{
    m_numbers->writeTo(config);
}

void JournalPage::showUsage(const SessionCounters &counters)
{
    const QLocale locale;
    const RetentionLimits &limits = counters.limits;
    const qint64 mostUninvited = counters.mostUninvited();
    setUsed(m_captures, counters.captures, limits.captures,
            tr("%1 of %2", nullptr, pluralCount(limits.captures))
                .arg(locale.toString(counters.captures), locale.toString(limits.captures)));
    setUsed(m_bytes, counters.usedBytes, limits.bytes,
            tr("%1 of %2").arg(sizeText(counters.usedBytes), sizeText(limits.bytes)));
    setUsed(m_uninvited, counters.uninvited, mostUninvited,
            tr("%1 of %2", nullptr, pluralCount(mostUninvited))
                .arg(locale.toString(counters.uninvited), locale.toString(mostUninvited)));
    m_onDisk->setText(tr("The journal's files take %1 on the disk, with what is free in them and the write-ahead log.")
                          .arg(sizeText(counters.bytesOnDisk)));
    m_full->setVisible(counters.bookmarksExceed);
    m_usage->show();
}

} // namespace seatscope
