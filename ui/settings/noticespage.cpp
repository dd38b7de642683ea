// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/noticespage.h"

#include "ui/settings/formrows.h"
#include "ui/text/timetext.h"
#include "ui/theme/widgets.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace seatscope {

namespace {

constexpr int fieldWidth = 200;

} // namespace

NoticesPage::NoticesPage(QWidget *parent)
    : QWidget(parent),
      m_after(new QSpinBox(this)),
      m_afterText(plainLabel({}, this)),
      m_onDesktop(new QCheckBox(tr("Say so on the desktop too"), this))
{
    m_after->setRange(0, static_cast<int>(SilenceSettings::most.count()));
    m_after->setSuffix(tr(" s"));
    m_after->setSpecialValueText(tr("never"));
    m_after->setGroupSeparatorShown(true);
    m_after->setSingleStep(30);
    m_after->setFixedWidth(fieldWidth);
    m_after->setAccessibleName(tr("Time without a callback until a notice"));
    m_afterText->setForegroundRole(QPalette::PlaceholderText);
    connect(m_after, &QSpinBox::valueChanged, this, &NoticesPage::showAfter);
    auto *time = new QWidget(this);
    auto *row = new QHBoxLayout(time);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_after);
    row->addWidget(m_afterText);
    row->addStretch();
    time->setFocusProxy(m_after);

    auto *content = new QWidget(this);
    QFormLayout *form = settingsForm();
    addSetting(form, tr("Notice when nothing has come for"), time, {}, {});
    addNote(form,
            tr("Counted from the last callback, or from the start; probes and refused requests do not count. The "
               "notice is gone with the "
               "next callback. 0: no notice."),
            content);
    addSetting(form, {}, m_onDesktop, {}, {});
    m_onDesktop->setAccessibleName(tr("Show a notification of the desktop when nothing has come for that time"));
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(16);
    column->addWidget(heading(tr("Silence"), content));
    column->addLayout(form);
    auto *reset = new QPushButton(tr("Reset to &defaults"), content);
    column->addWidget(reset, 0, Qt::AlignLeft);
    column->addStretch();
    connect(reset, &QPushButton::clicked, this, &NoticesPage::reset);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scrolled(content, this));
    showAfter();
}

void NoticesPage::setSilence(const SilenceSettings &settings)
{
    m_after->setValue(static_cast<int>(std::min(settings.after, SilenceSettings::most).count()));
    m_onDesktop->setChecked(settings.onDesktop);
}

SilenceSettings NoticesPage::silence() const
{
    return {std::chrono::seconds(m_after->value()), m_onDesktop->isChecked()};
}

void NoticesPage::showAfter()
{
    constexpr qint64 usPerSecond = 1'000'000;
    const int seconds = m_after->value();
    m_afterText->setText(TimeText::age(seconds * usPerSecond));
    m_afterText->setVisible(seconds >= 60);
    m_onDesktop->setEnabled(seconds > 0);
}

void NoticesPage::reset()
{
    setSilence({});
}

} // namespace seatscope
