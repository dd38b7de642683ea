// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/status/banner.h"

#include "ui/status/bannertext.h"
#include "ui/theme/iconview.h"
#include "ui/theme/symbolicicon.h"

#include <QAction>
#include <QHBoxLayout>

namespace seatscope {

using namespace Qt::StringLiterals;

Banner::Banner(QWidget *parent) : QToolBar(parent), m_text(new BannerText(this))
{
    setObjectName(u"banner"_s);
    setWindowTitle(tr("Trouble"));
    setMovable(false);
    toggleViewAction()->setVisible(false);
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(8);
    row->addWidget(new IconView(symbolicIcon(u"warning"_s, Tint::Bad), 16, line));
    row->addWidget(m_text, 1);
    m_text->setAccessibleName(tr("Trouble"));
    addWidget(line);
    hide();
}

void Banner::setMessage(const QString &message)
{
    // What a person has selected stays when the same is said again.
    if (message != m_text->text())
        m_text->setText(message);
    setVisible(!message.isEmpty());
}

QString Banner::message() const
{
    return m_text->text();
}

} // namespace seatscope
