// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/decodedcallback.h"
#include "model/callback/fieldentry.h"

namespace seatscope {

/// Whether the sender acts on the answer: `Before` callbacks ask, `After` callbacks only tell.
enum class CallbackTiming : quint8 { After, Before };

/// What a callback does to its room.
enum class RoomEffect : quint8 { None, Create, Update, Destroy, Enter, Leave, MemberState, Owner, Admins };

/// One documented command, or one family of them.
struct CommandEntry {
    QLatin1StringView command; ///< of a family its prefix; empty for TRTC events, which name none
    Product product = Product::Unknown;
    CallbackTiming timing = CallbackTiming::After;
    qint32 page = 0;              ///< number of the documentation's page; 0: not known
    const char *description = ""; ///< English, for commandDescription()
    FieldTable fields = {};
    RoomEffect effect = RoomEffect::None;
    bool isOpen = false;      ///< other fields than those of the table are no finding
    bool isFamily = false;    ///< \a command is a prefix
    qint32 pageProduct = 647; ///< the product whose documentation has the page
};

} // namespace seatscope
