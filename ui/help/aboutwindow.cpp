// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/help/aboutwindow.h"

#include "ui/theme/iconview.h"
#include "ui/theme/symbolicicon.h"
#include "ui/theme/widgets.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QHBoxLayout>

namespace seatscope {

AboutWindow::AboutWindow(QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("About SeatScope"));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(8);
    texts->addWidget(heading(tr("SeatScope"), this));
    if (const QString version = QCoreApplication::applicationVersion(); !version.isEmpty())
        texts->addWidget(plainLabel(tr("Version %1").arg(version), this));
    texts->addWidget(plainLabel(tr("Receives callbacks of Tencent RTC and Chat, and shows who sits where."), this));
    texts->addWidget(plainLabel(tr("Built with Qt, running on Qt %1").arg(QString::fromLatin1(qVersion())), this));
    texts->addWidget(plainLabel(tr("Free software under the GNU General Public License, version 3 or later"), this));
    texts->addStretch();
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(new IconView(applicationIcon(), 64, this), 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(16);
    column->addLayout(row);
    column->addWidget(buttons);
}

} // namespace seatscope
