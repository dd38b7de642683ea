// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/journalpage.h"

#include "ui/settings/formrows.h"
#include "ui/settings/numberform.h"
#include "ui/theme/widgets.h"

#include <QFormLayout>
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

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

} // namespace

JournalPage::JournalPage(const FixedSettings &fixed, QWidget *parent)
    : QWidget(parent),
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
    auto *usage = settingsForm();
    addSetting(usage, tr("Captures"), m_captures, {}, {});
    addSetting(usage, tr("Size on disk"), m_bytes, {}, {});
    addSetting(usage, tr("Uninvited requests"), m_uninvited, {}, {});
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(16);
    column->addWidget(heading(tr("In use"), content));
    column->addLayout(usage);
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

QProgressBar *JournalPage::makeBar()
{
    auto *bar = new QProgressBar(this);
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

void JournalPage::showUsage(const SessionCounters &counters, const RetentionLimits &inForce)
{
    const QLocale locale;
    setUsed(m_captures, counters.captures, inForce.captures,
            tr("%1 of %2").arg(locale.toString(counters.captures), locale.toString(inForce.captures)));
    setUsed(m_bytes, counters.bytesOnDisk, inForce.bytes,
            tr("%1 of %2").arg(sizeText(counters.bytesOnDisk), sizeText(inForce.bytes)));
    const qint64 uninvitedMost = inForce.captures / 100 * inForce.uninvitedPercent;
    setUsed(m_uninvited, counters.uninvited, uninvitedMost,
            tr("%1 of %2").arg(locale.toString(counters.uninvited), locale.toString(uninvitedMost)));
}

} // namespace seatscope
