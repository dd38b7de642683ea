// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/session/openlistening.h"

#include <QCoreApplication>

namespace seatscope {

using namespace Qt::StringLiterals;

bool isOpenToOthers(const SessionConfig &config)
{
    return !config.address.isLoopback() && config.admission.token.isEmpty() && !config.admission.pathIsSecret;
}

Result<void> checkOpenListening(const SessionConfig &config)
{
    if (!isOpenToOthers(config) || config.allowOpen)
        return {};
    constexpr auto context = "seatscope::OpenListening";
    return failure(
        QCoreApplication::translate(context, "this address can be reached from other machines, and anybody could post "
                                             "callbacks there"),
        config.address.toString(),
        QCoreApplication::translate(context, "Ask for a token (--token-file, --token-keychain or SEATSCOPE_TOKEN) or a "
                                             "secret path (--secret-path-file), or allow it with --allow-open"));
}

} // namespace seatscope
