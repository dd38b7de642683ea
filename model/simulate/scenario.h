// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/strongtypes.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace seatscope {

/// What the simulated traffic is made of.
struct ScenarioOptions {
    int rooms = 3;
    int seatsPerRoom = 8;
    quint64 seed = 1;
    EventTime start;     ///< EventTime of the first callback, ms
    qint64 stepMs = 200; ///< mean EventTime between two callbacks, ms
};

/// One callback to be sent.
struct SimulatedCallback {
    QString command;
    QString platform; ///< OptPlatform; empty: not sent (some Live commands send none)
    QByteArray body;
};

/// A seat as the simulator knows it to be.
struct TrueSeat {
    SeatIndex index;
    std::optional<UserId> user;
    bool locked = false;
    bool videoDisabled = false;
    bool audioDisabled = false;
};

/// A room as the simulator knows it to be after all callbacks so far, whatever order they were sent in.
struct TrueRoom {
    RoomId id;
    bool live = false;
    std::vector<TrueSeat> seats;
    std::optional<UserId> operatorAccount;
    EventTime eventTime;
};

/// Realistic traffic of voice rooms: people take seats, leave, move, are put off; seats are locked, microphones and
/// cameras forbidden; lists full and partial; now and then a callback comes late or twice.
/// The same options give the same bytes, on every platform. Not thread-safe.
class Scenario {
public:
    explicit Scenario(ScenarioOptions options);
    ~Scenario();
    Scenario(const Scenario &) = delete;
    Scenario &operator=(const Scenario &) = delete;

    /// The next callback in the order of sending.
    [[nodiscard]] SimulatedCallback next();
    /// What the rooms are after everything handed out so far (held-back callbacks are not counted yet).
    [[nodiscard]] std::vector<TrueRoom> rooms() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace seatscope
