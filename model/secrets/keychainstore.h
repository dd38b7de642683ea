// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/secrets/secretstore.h"

namespace seatscope {

/// The token in the keychain of the desktop (Secret Service or KWallet, by QtKeychain): service "SeatScope", key
/// "callback-token". Never falls back to a file in the clear.
class KeychainStore final : public SecretStore {
public:
    void read(QObject *context, Found then) override;
    void write(const QByteArray &secret, QObject *context, Done then) override;
    void remove(QObject *context, Done then) override;
};

} // namespace seatscope
