// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/admission.h"
#include "model/journal/retentionlimits.h"
#include "model/receive/receivelimits.h"
#include "model/room/roomstate.h"

#include <QHostAddress>
#include <QString>

#include <optional>

namespace seatscope {

/// The files of a server certificate and its key, PEM; both empty: no TLS.
struct TlsFiles {
    QString certificate; ///< with the intermediate certificates behind it
    QString key;
};

/// How a session receives and keeps callbacks.
struct SessionConfig {
    QString journalPath;
    QHostAddress address = QHostAddress(QHostAddress::LocalHost);
    quint16 port = 8088; ///< 0 picks a free one
    TlsFiles tls;
    bool allowOpen = false; ///< listening beyond this machine with neither token nor secret path is wanted
    AdmissionRules admission;
    ReceiveLimits limits;
    RetentionLimits retention;
    std::optional<ListAssumption> lists; ///< how the lists of all rooms are read from now on; absent: as kept
    bool keepsReplaysOut = false;        ///< replayed callbacks (see isReplay()) are captured, and change no room
    bool tellsActivities = false;        ///< batches tell what captures did in their rooms; costs work for each
};

} // namespace seatscope
