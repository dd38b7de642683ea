// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/strongtypes.h"

#include <QByteArray>
#include <QString>

namespace seatscope {

/// The rooms after a capture, as bytes that the journal does not look into. A cache: it may be dropped at any time.
struct StoredSnapshot {
    Sequence sequence;
    QByteArray rooms;
};

/// How lists are read somewhere, in the numbers that are stored.
struct StoredAssumption {
    int kind = 0; ///< 0 everywhere, 1 in an application's rooms, 2 in one room
    QString name; ///< the application's or the room's id, empty everywhere
    int reading = 0;
};

} // namespace seatscope
