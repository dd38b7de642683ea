// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/status/listeningbar.h"

#include "ui/status/copybutton.h"
#include "ui/status/testcallback.h"
#include "ui/theme/iconview.h"
#include "ui/theme/symbolicicon.h"
#include "ui/theme/widgets.h"

#include <QHBoxLayout>

namespace seatscope {

using namespace Qt::StringLiterals;

ListeningBar::ListeningBar(const QString &url, QWidget *parent) : QWidget(parent), m_test(new TestCallback(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(8);
    row->addWidget(new IconView(symbolicIcon(u"listening"_s, Tint::Ok), 16, this));
    row->addWidget(plainLabel(tr("Listening"), this));
    QLabel *address = plainLabel(url, this);
    address->setFont(fixedFont());
    address->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    address->setAccessibleName(tr("Callback URL"));
    row->addWidget(address);
    row->addWidget(new CopyButton(url, tr("Copy the callback URL"), this));
    row->addSpacing(16);
    row->addWidget(m_test, 1);
}

} // namespace seatscope
