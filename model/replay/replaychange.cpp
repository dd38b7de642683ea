// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/replay/replaychange.h"

#include <QCoreApplication>

namespace seatscope {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("seatscope::ReplayChange", text);
}

} // namespace

QString replayChangeText(const ReplayChange &change)
{
    const QString before = QString::fromUtf8(change.before);
    const QString after = QString::fromUtf8(change.after);
    switch (change.kind) {
    case ReplayChange::Kind::HeadMade:
        return tr("no head was recorded; it is made of method and target");
    case ReplayChange::Kind::Path:
        return tr("path %1 instead of %2").arg(after, before);
    case ReplayChange::Kind::Signed:
        return tr("RequestTime and Sign are computed anew");
    case ReplayChange::Kind::Host:
        return tr("Host %1 instead of %2").arg(after, before);
    case ReplayChange::Kind::HostAdded:
        return tr("Host %1 is added").arg(after);
    case ReplayChange::Kind::ContentLength:
        return tr("Content-Length %1 instead of %2").arg(after, before);
    case ReplayChange::Kind::ContentLengthAdded:
        return tr("Content-Length %1 is added").arg(after);
    case ReplayChange::Kind::Unchunked:
        return tr("Content-Length %1 instead of Transfer-Encoding %2: how the body was cut into chunks is not recorded")
            .arg(after, before);
    case ReplayChange::Kind::FreshTime:
        return tr("EventTime %1 instead of %2").arg(after, before);
    case ReplayChange::Kind::FreshTimeMissing:
        return tr("EventTime stays: there is none in milliseconds");
    case ReplayChange::Kind::Mark:
        return tr("%1 is added").arg(after);
    }
    return {};
}

} // namespace seatscope
