// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/status/testcallback.h"

#include "ui/text/visibletext.h"
#include "ui/theme/iconview.h"
#include "ui/theme/symbolicicon.h"
#include "ui/theme/widgets.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace seatscope {

using namespace Qt::StringLiterals;

TestCallback::TestCallback(QWidget *parent)
    : QWidget(parent),
      m_button(new QPushButton(symbolicIcon(u"send"_s), tr("Send a test callback"), this)),
      m_icon(new IconView({}, 16, this)),
      m_text(plainLabel({}, this))
{
    m_button->setToolTip(tr("Posts a seat callback to the own address, through the network as Tencent would"));
    m_button->setAccessibleName(m_button->text());
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_button);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    m_icon->hide();
    m_text->hide();
    m_text->setAccessibleName(tr("Outcome of the test callback"));
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    connect(m_button, &QPushButton::clicked, this, &TestCallback::wanted);
}

void TestCallback::showRunning()
{
    m_button->setEnabled(false);
    m_icon->hide();
    m_text->setText(tr("Sending…"));
    m_text->show();
}

void TestCallback::showOutcome(bool ok, const QString &message)
{
    const QIcon icon = ok ? symbolicIcon(u"check"_s, Tint::Ok) : symbolicIcon(u"cross"_s, Tint::Bad);
    m_button->setEnabled(true);
    m_icon->setIcon(icon);
    m_icon->show();
    m_text->setText(visibleText(message));
    m_text->setToolTip(plainToolTip(message));
    m_text->show();
}

} // namespace seatscope
