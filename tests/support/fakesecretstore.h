// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/secrets/secretstore.h"

#include <QObject>
#include <QTimer>

namespace seatscope::test {

/// A keychain in memory: the real one must not be touched by tests. With trouble, nothing works.
class FakeSecretStore final : public SecretStore {
public:
    void read(QObject *context, Found then) override
    {
        QTimer::singleShot(0, context, [this, then = std::move(then)] {
            if (trouble)
                then(tl::unexpected<Error>(*trouble));
            else
                then(secret);
        });
    }
    void write(const QByteArray &newSecret, QObject *context, Done then) override
    {
        change(newSecret, context, std::move(then));
    }
    void remove(QObject *context, Done then) override { change(std::nullopt, context, std::move(then)); }

    std::optional<QByteArray> secret;
    std::optional<Error> trouble;
    int writes = 0; ///< and removals that were asked for

private:
    void change(const std::optional<QByteArray> &to, QObject *context, Done then)
    {
        ++writes;
        QTimer::singleShot(0, context, [this, to, then = std::move(then)] {
            if (trouble) {
                then(tl::unexpected<Error>(*trouble));
                return;
            }
            secret = to;
            then({});
        });
    }
};

} // namespace seatscope::test
