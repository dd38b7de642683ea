// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/session/ownreplay.h"

#include "model/session/session.h"
#include "model/simulate/callbacksender.h"

namespace seatscope {

Result<ReplayOptions> ownReplayOptions(const Session &session)
{
    const CallbackSenderOptions own = session.ownSenderOptions();
    return readReplayTarget(own.target.toString(QUrl::FullyEncoded)).map([&own](const ReplayTarget &target) {
        ReplayOptions options;
        options.target = target;
        options.pinned = own.pinned;
        options.allowsRemote = true;
        return options;
    });
}

} // namespace seatscope
