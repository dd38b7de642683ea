// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/health/desktopnotice.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QGuiApplication>
#include <QVariantMap>

namespace seatscope {

using namespace Qt::StringLiterals;

void showDesktopNotice(const QString &title, const QString &text)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    QDBusMessage call =
        QDBusMessage::createMethodCall(u"org.freedesktop.Notifications"_s, u"/org/freedesktop/Notifications"_s,
                                       u"org.freedesktop.Notifications"_s, u"Notify"_s);
    constexpr uint replacesNothing = 0;
    constexpr int untilTheDesktopThinksFit = -1;
    // The text may hold mark-up by the specification, so what looks like it must not come through.
    const QString desktopEntry = QGuiApplication::desktopFileName();
    call << u"SeatScope"_s << replacesNothing << desktopEntry << title << text.toHtmlEscaped() << QStringList()
         << QVariantMap{{u"desktop-entry"_s, desktopEntry}} << untilTheDesktopThinksFit;
    bus.send(call);
}

} // namespace seatscope
