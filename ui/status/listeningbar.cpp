// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/status/listeningbar.h"

#include "ui/status/copybutton.h"
#include "ui/status/testcallback.h"
#include "ui/text/callbackurl.h"
#include "ui/theme/iconview.h"
#include "ui/theme/symbolicicon.h"
#include "ui/theme/widgets.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace seatscope {

using namespace Qt::StringLiterals;

ListeningBar::ListeningBar(const QUrl &url, bool pathIsSecret, QWidget *parent)
    : QWidget(parent),
      m_url(url),
      m_address(plainLabel({}, this)),
      m_show(new QToolButton(this)),
      m_test(new TestCallback(this))
{
    const bool encrypted = url.scheme() == "https"_L1;
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(8);
    row->addWidget(new IconView(symbolicIcon(u"listening"_s, Tint::Ok), 16, this));
    row->addWidget(plainLabel(tr("Listening"), this));
    if (encrypted) {
        auto *lock = new IconView(symbolicIcon(u"lock"_s, Tint::Ok), 16, this);
        lock->setToolTip(tr("Callbacks come encrypted (TLS)"));
        lock->setAccessibleName(tr("Encrypted"));
        row->addWidget(lock);
    }
    m_address->setFont(fixedFont());
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_address->setAccessibleName(tr("Callback URL"));
    row->addWidget(m_address);
    m_show->setCheckable(true);
    m_show->setAutoRaise(true);
    m_show->setText(tr("Show"));
    m_show->setToolTip(tr("Show the whole secret path"));
    m_show->setAccessibleName(m_show->toolTip());
    m_show->setVisible(pathIsSecret);
    m_show->setChecked(!pathIsSecret);
    connect(m_show, &QToolButton::toggled, this, &ListeningBar::showAddress);
    row->addWidget(m_show);
    row->addWidget(new CopyButton(url.toString(), tr("Copy the callback URL"), this));
    row->addSpacing(16);
    row->addWidget(m_test, 1);
    showAddress();
}

void ListeningBar::showAddress()
{
    m_address->setText(shownUrl(m_url, !m_show->isChecked()));
}

} // namespace seatscope
