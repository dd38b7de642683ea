// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/status/copybutton.h"

#include "ui/theme/symbolicicon.h"

#include <QClipboard>
#include <QGuiApplication>

namespace seatscope {

using namespace Qt::StringLiterals;

CopyButton::CopyButton(const QString &text, const QString &what, QWidget *parent) : QToolButton(parent), m_text(text)
{
    constexpr int saidForMs = 1500;
    setAutoRaise(true);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setToolTip(what);
    setAccessibleName(what);
    m_timer.setSingleShot(true);
    m_timer.setInterval(saidForMs);
    connect(this, &QToolButton::clicked, this, &CopyButton::copy);
    connect(&m_timer, &QTimer::timeout, this, &CopyButton::showReady);
    // Both words fit, so nothing beside the button moves when it says that it copied.
    setText(tr("Copied"));
    setIcon(symbolicIcon(u"copy"_s));
    setMinimumWidth(sizeHint().width());
    showReady();
}

void CopyButton::copy()
{
    QGuiApplication::clipboard()->setText(m_text);
    setText(tr("Copied"));
    setIcon(symbolicIcon(u"check"_s, Tint::Ok));
    m_timer.start();
}

void CopyButton::showReady()
{
    setText(tr("Copy"));
    setIcon(symbolicIcon(u"copy"_s));
}

} // namespace seatscope
