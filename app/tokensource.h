// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/optionreader.h"
#include "app/signalnotifier.h"
#include "model/secrets/secretstore.h"

namespace seatscope {

/// Where the token of callback authentication comes from. Never from the command line itself: other users see that.
struct TokenSource {
    enum class Kind : quint8 { None, File, Keychain, Environment };
    Kind kind = Kind::None;
    QString file; ///< for Kind::File

    friend bool operator==(const TokenSource &, const TokenSource &) = default;
};

/// Declares --token-file and --token-keychain.
void addTokenOptions(OptionReader &reader);
/// The source that is given, by the options or by SEATSCOPE_TOKEN; more than one is noted in \a reader as wrong.
[[nodiscard]] TokenSource readTokenOptions(OptionReader &reader);

/// The token of a source that answers at once, all but the keychain; empty for Kind::None.
[[nodiscard]] Result<QByteArray> readToken(const TokenSource &source);
/// The token that a store found, or the Error that says how to put one there.
[[nodiscard]] Result<QByteArray> tokenFound(const Result<std::optional<QByteArray>> &found);
/// The token of any source. For the keychain the application's event loop runs until \a store answers or a signal
/// comes, so it must not run yet.
[[nodiscard]] Result<QByteArray> awaitToken(const TokenSource &source, SecretStore &store,
                                            const SignalNotifier &signalNotifier);

} // namespace seatscope
