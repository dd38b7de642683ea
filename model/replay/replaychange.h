// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace seatscope {

/// Something in which a request that is sent differs from the recorded one, or why it does not where that was asked
/// for.
struct ReplayChange {
    enum class Kind : quint8 {
        HeadMade,           ///< there was no head: one was made of method and target
        Path,               ///< replaced in the target
        Signed,             ///< RequestTime and Sign of the target computed anew
        Host,               ///< names the target
        HostAdded,          ///< there was none
        ContentLength,      ///< says the size of the changed body
        ContentLengthAdded, ///< there was none
        Unchunked,          ///< Content-Length in place of Transfer-Encoding: the chunks were not recorded
        FreshTime,          ///< of EventTime, shifted
        FreshTimeMissing,   ///< there is no EventTime in ms that could be shifted
        Mark                ///< a field says that it is a replay
    };
    Kind kind = Kind::Host;
    QByteArray before; ///< as far as that says anything
    QByteArray after;
};

/// One change as a sentence for a person, without the final full stop.
[[nodiscard]] QString replayChangeText(const ReplayChange &change);

} // namespace seatscope
