// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/limitspage.h"

#include "ui/settings/formrows.h"
#include "ui/settings/numberform.h"
#include "ui/theme/widgets.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace seatscope {

using namespace Qt::StringLiterals;

LimitsPage::LimitsPage(const FixedSettings &fixed, QWidget *parent)
    : QWidget(parent),
      m_countLoopback(new QCheckBox(tr("Counts for connections from this machine too"), this))
{
    using Unit = NumberField::Unit;
    m_numbers = new NumberForm({{"max-body"_L1, tr("Largest body"), Unit::Bytes},
                                {"max-target"_L1, tr("Longest request target"), Unit::Bytes},
                                {"max-head"_L1, tr("Largest head"), Unit::Bytes},
                                {"max-fields"_L1, tr("Most fields in a head"), Unit::None},
                                {"head-timeout"_L1, tr("Time for a head"), Unit::Seconds},
                                {"request-timeout"_L1, tr("Time for a whole request"), Unit::Seconds},
                                {"idle-timeout"_L1, tr("Silence between requests"), Unit::Seconds},
                                {"max-connections"_L1, tr("Connections in all"), Unit::None},
                                {"max-in-flight"_L1, tr("Requests that wait for an answer"), Unit::None},
                                {"max-unfinished"_L1, tr("Held for unfinished requests"), Unit::Bytes},
                                {"max-connections-per-address"_L1, tr("Connections from one address"), Unit::None}},
                               fixed, this);
    addSetting(m_numbers->form(), {}, m_countLoopback, u"count-loopback"_s, fixed);
    m_countLoopback->setAccessibleName(
        tr("The limit of connections from one address counts for connections from this machine too"));
    addNote(m_numbers->form(), tr("Tunnels and reverse proxies connect from this machine, for all senders."), this);
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(16);
    column->addWidget(
        paragraph(tr("Requests beyond a limit are refused, and kept in the journal as far as they came. Connections "
                     "beyond a limit are turned away; the status bar counts them."),
                  content));
    column->addWidget(m_numbers);
    auto *reset = new QPushButton(tr("Reset to &defaults"), content);
    column->addWidget(reset, 0, Qt::AlignLeft);
    column->addStretch();
    connect(reset, &QPushButton::clicked, this, &LimitsPage::reset);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scrolled(content, this));
}

void LimitsPage::setConfig(const SessionConfig &config)
{
    m_numbers->setConfig(config);
    m_countLoopback->setChecked(config.limits.countLoopback);
}

void LimitsPage::writeTo(SessionConfig &config) const
{
    m_numbers->writeTo(config);
    config.limits.countLoopback = m_countLoopback->isChecked();
}

void LimitsPage::reset()
{
    m_numbers->reset();
    if (m_countLoopback->isEnabledTo(this))
        m_countLoopback->setChecked(ReceiveLimits{}.countLoopback);
}

} // namespace seatscope
