// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/settingsfile.h"

#include "model/session/confignumbers.h"

#include <QSettings>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

QString key(QStringView name)
{
    return u"receive/"_s % name;
}

/// In seconds.
QString silenceKey()
{
    return u"notices/silence"_s;
}

QString silenceOnDesktopKey()
{
    return u"notices/silenceOnDesktop"_s;
}

} // namespace

WindowSettings loadSettings()
{
    const QSettings stored;
    WindowSettings settings;
    SessionConfig &session = settings.session;
    if (const QHostAddress address(stored.value(key(u"address")).toString()); !address.isNull())
        session.address = address;
    const uint port = stored.value(key(u"port"), session.port).toUInt();
    if (port <= std::numeric_limits<quint16>::max())
        session.port = static_cast<quint16>(port);
    session.admission.pathIsSecret = stored.value(key(u"secretPath")).toBool();
    const QByteArray path = stored.value(key(u"path")).toString().toLatin1();
    if (path.startsWith('/') && !session.admission.pathIsSecret)
        session.admission.path = path;
    const QStringList apps = stored.value(key(u"applications")).toStringList();
    for (const QString &app : apps) {
        if (const qulonglong number = app.toULongLong())
            session.admission.allowedApps.insert(SdkAppId(number));
    }
    settings.tokenInKeychain = stored.value(key(u"tokenInKeychain")).toBool();
    session.tls.certificate = stored.value(key(u"certificate")).toString();
    session.tls.key = stored.value(key(u"key")).toString();
    session.allowOpen = stored.value(key(u"allowOpen")).toBool();
    session.keepsReplaysOut = stored.value(key(u"keepReplaysOut")).toBool();
    session.limits.countLoopback = stored.value(key(u"countLoopback")).toBool();
    bool isSilence = false;
    const qint64 silence = stored.value(silenceKey()).toLongLong(&isSilence);
    if (isSilence && silence >= 0 && silence <= SilenceSettings::most.count())
        settings.silence.after = std::chrono::seconds(silence);
    settings.silence.onDesktop = stored.value(silenceOnDesktopKey()).toBool();
    for (const ConfigNumber &number : configNumbers()) {
        bool isNumber = false;
        const qint64 value = stored.value(key(QString(number.name))).toLongLong(&isNumber);
        if (isNumber && value >= number.least && value <= number.most)
            number.set(session, value);
    }
    return settings;
}

void saveSettings(const WindowSettings &settings)
{
    QSettings stored;
    const SessionConfig &session = settings.session;
    stored.setValue(key(u"address"), session.address.toString());
    stored.setValue(key(u"port"), session.port);
    stored.setValue(key(u"secretPath"), session.admission.pathIsSecret);
    if (session.admission.pathIsSecret)
        stored.remove(key(u"path"));
    else
        stored.setValue(key(u"path"), QString::fromLatin1(session.admission.path));
    QStringList apps;
    for (const SdkAppId app : session.admission.allowedApps)
        apps += QString::number(app.value());
    stored.setValue(key(u"applications"), apps);
    stored.setValue(key(u"tokenInKeychain"), settings.tokenInKeychain);
    stored.setValue(key(u"certificate"), session.tls.certificate);
    stored.setValue(key(u"key"), session.tls.key);
    stored.setValue(key(u"allowOpen"), session.allowOpen);
    stored.setValue(key(u"keepReplaysOut"), session.keepsReplaysOut);
    stored.setValue(key(u"countLoopback"), session.limits.countLoopback);
    stored.setValue(silenceKey(), static_cast<qint64>(settings.silence.after.count()));
    stored.setValue(silenceOnDesktopKey(), settings.silence.onDesktop);
    for (const ConfigNumber &number : configNumbers())
        stored.setValue(key(QString(number.name)), number.get(session));
}

} // namespace seatscope
