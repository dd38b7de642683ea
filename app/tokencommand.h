// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/optionreader.h"
#include "model/secrets/secretstore.h"

namespace seatscope {

/// What is done with the token in the keychain.
enum class TokenAction : quint8 { Status, Store, Forget };

struct TokenOptions {
    TokenAction action = TokenAction::Status;
};

[[nodiscard]] Parsed<TokenOptions> parseToken(const QStringList &arguments);

/// Looks at, keeps (from standard input) or forgets the token in \a store. The token itself is never printed.
[[nodiscard]] ExitCode runToken(const TokenOptions &options, SecretStore &store);

} // namespace seatscope
