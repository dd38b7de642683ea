// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/admission.h"
#include "model/room/roomstate.h"

#include <QHostAddress>
#include <QString>

namespace seatscope {

/// How a session receives and keeps callbacks.
struct SessionConfig {
    QString journalPath;
    QHostAddress address = QHostAddress(QHostAddress::LocalHost);
    quint16 port = 8088; ///< 0 picks a free one
    AdmissionRules admission;
    ListAssumption assumption = ListAssumption::Auto;
};

} // namespace seatscope
