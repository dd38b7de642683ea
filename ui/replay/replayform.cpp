// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/replay/replayform.h"

#include "ui/theme/widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QSettings>
#include <QSpinBox>

#include <cmath>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostConnections = 64;
constexpr double shortestTimeout = 0.1;
constexpr double longestTimeout = 600;
constexpr double msOfSecond = 1000;

} // namespace

ReplayForm::ReplayForm(bool hasToken, QWidget *parent)
    : QWidget(parent),
      m_pace(new QComboBox(this)),
      m_speed(new QDoubleSpinBox(this)),
      m_connections(new QSpinBox(this)),
      m_timeout(new QDoubleSpinBox(this)),
      m_mark(new QCheckBox(tr("&Mark as replay"), this)),
      m_freshTimes(new QCheckBox(tr("&Fresh times"), this)),
      m_signAnew(new QCheckBox(tr("Sign ane&w"), this))
{
    buildPace();
    buildChanges(hasToken);
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(m_pace);
    first->addWidget(m_speed);
    first->addStretch();
    const auto add = [this, first](const QString &text, QWidget *field) {
        QLabel *label = plainLabel(text, this);
        label->setBuddy(field);
        first->addWidget(label);
        first->addWidget(field);
    };
    add(tr("&Connections"), m_connections);
    add(tr("T&ime-out"), m_timeout);
    auto *second = new QHBoxLayout;
    second->setSpacing(16);
    for (QCheckBox *box : {m_mark, m_freshTimes, m_signAnew})
        second->addWidget(box);
    second->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(first);
    column->addLayout(second);
    load();
    const auto tell = [this] {
        m_speed->setEnabled(manner().pace.kind == ReplayPace::Kind::Recorded);
        Q_EMIT changed();
    };
    connect(m_pace, &QComboBox::currentIndexChanged, this, tell);
    connect(m_connections, &QSpinBox::valueChanged, this, tell);
    for (QDoubleSpinBox *box : {m_speed, m_timeout})
        connect(box, &QDoubleSpinBox::valueChanged, this, tell);
    for (QCheckBox *box : {m_mark, m_freshTimes, m_signAnew})
        connect(box, &QCheckBox::toggled, this, tell);
    tell();
}

void ReplayForm::buildPace()
{
    m_pace->addItem(tr("With the recorded gaps"), static_cast<int>(ReplayPace::Kind::Recorded));
    m_pace->addItem(tr("As fast as they are answered"), static_cast<int>(ReplayPace::Kind::Fastest));
    m_pace->addItem(tr("Step by step"), static_cast<int>(ReplayPace::Kind::Steps));
    m_pace->setAccessibleName(tr("When each is sent"));
    m_speed->setRange(slowestReplay, fastestReplay);
    m_speed->setDecimals(1);
    m_speed->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_speed->setSuffix(u" ×"_s);
    m_speed->setAccessibleName(tr("How many times as fast as they arrived"));
    m_speed->setToolTip(m_speed->accessibleName());
    m_connections->setRange(1, mostConnections);
    m_connections->setToolTip(tr("At most so many requests at a time. Those of one room wait for each other anyway."));
    m_connections->setAccessibleName(tr("Connections"));
    m_timeout->setRange(shortestTimeout, longestTimeout);
    m_timeout->setDecimals(1);
    m_timeout->setSuffix(tr(" s"));
    m_timeout->setToolTip(tr("How long connecting and the answer may take together. The real sender waits 2 s."));
    m_timeout->setAccessibleName(tr("Time-out"));
}

void ReplayForm::buildChanges(bool hasToken)
{
    m_mark->setChecked(true);
    m_mark->setToolTip(tr("Adds the field X-SeatScope-Replay, by which a replay is told from what the sender sent"));
    m_freshTimes->setToolTip(tr("Shifts every EventTime so that the first one is now"));
    m_signAnew->setEnabled(hasToken);
    m_signAnew->setToolTip(hasToken ? tr("Computes RequestTime and Sign anew, with the token of this program")
                                    : tr("This program has no token to sign with: File ▸ Settings ▸ Receiving"));
    for (QCheckBox *box : {m_mark, m_freshTimes, m_signAnew})
        box->setAccessibleDescription(box->toolTip());
}

void ReplayForm::load()
{
    const QSettings settings;
    const ReplayManner usual;
    m_pace->setCurrentIndex(qMax(0, m_pace->findData(settings.value(u"replay/pace"_s, 0).toInt())));
    m_speed->setValue(settings.value(u"replay/speed"_s, usual.pace.speed).toDouble());
    m_connections->setValue(settings.value(u"replay/connections"_s, usual.connections).toInt());
    m_timeout->setValue(settings.value(u"replay/timeoutMs"_s, usual.timeoutMs).toInt() / msOfSecond);
    m_freshTimes->setChecked(settings.value(u"replay/freshTimes"_s, usual.freshTimes).toBool());
    m_signAnew->setChecked(m_signAnew->isEnabled() && settings.value(u"replay/signAnew"_s, usual.signsAnew).toBool());
}

void ReplayForm::save() const
{
    const ReplayManner now = manner();
    QSettings settings;
    settings.setValue(u"replay/pace"_s, static_cast<int>(now.pace.kind));
    settings.setValue(u"replay/speed"_s, now.pace.speed);
    settings.setValue(u"replay/connections"_s, now.connections);
    settings.setValue(u"replay/timeoutMs"_s, now.timeoutMs);
    settings.setValue(u"replay/freshTimes"_s, now.freshTimes);
    settings.setValue(u"replay/signAnew"_s, now.signsAnew);
}

ReplayManner ReplayForm::manner() const
{
    ReplayManner manner;
    manner.pace = {static_cast<ReplayPace::Kind>(m_pace->currentData().toInt()), m_speed->value()};
    manner.connections = m_connections->value();
    manner.timeoutMs = static_cast<int>(std::lround(m_timeout->value() * msOfSecond));
    manner.marks = m_mark->isChecked();
    manner.freshTimes = m_freshTimes->isChecked();
    manner.signsAnew = m_signAnew->isChecked();
    return manner;
}

} // namespace seatscope
