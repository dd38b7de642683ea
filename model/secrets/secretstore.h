// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"

#include <QByteArray>

#include <functional>
#include <optional>

class QObject;

namespace seatscope {

/// A place that keeps one secret: the token of callback authentication. Every call returns at once; its outcome comes
/// later, from the event loop of the calling thread, and not at all when \a context has gone by then.
class SecretStore {
public:
    using Found = std::function<void(const Result<std::optional<QByteArray>> &)>;
    using Done = std::function<void(const Result<void> &)>;

    SecretStore() = default;
    SecretStore(const SecretStore &) = delete;
    SecretStore &operator=(const SecretStore &) = delete;
    virtual ~SecretStore() = default;

    /// The secret, absent where none is kept. The Error says what to use instead of a keychain that is not there.
    virtual void read(QObject *context, Found then) = 0;
    /// Keeps \a secret in place of the one before.
    virtual void write(const QByteArray &secret, QObject *context, Done then) = 0;
    /// Forgets the secret; fine where none is kept.
    virtual void remove(QObject *context, Done then) = 0;
};

} // namespace seatscope
