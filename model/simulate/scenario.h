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

/// Bounds of what is simulated.
inline constexpr int maxSimulatedRooms = 1000;
inline constexpr int maxSimulatedSeats = 1000;

/// What the simulated traffic is made of.
struct ScenarioOptions {
    int rooms = 3;        ///< 1 to maxSimulatedRooms; every other one is a Live room
    int seatsPerRoom = 8; ///< 1 to maxSimulatedSeats
    quint64 seed = 1;
    EventTime start;        ///< EventTime of the first callback, ms
    qint64 stepMs = 200;    ///< mean EventTime between two callbacks, ms
    bool seatsOnly = false; ///< nothing but seat callbacks, of rooms that nobody creates or destroys
    bool inOrder = false;   ///< each callback comes once, and none late
};

/// One callback to be sent.
struct SimulatedCallback {
    QString command;  ///< CallbackCommand; empty for TRTC events, which name none
    RoomId room;      ///< where it happened; not every body names it
    QString clientIp; ///< ClientIP; empty: not sent (some Live commands send none)
    QString platform; ///< OptPlatform; empty: not sent
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
    bool destroyed = false;
    std::vector<TrueSeat> seats;
    std::optional<UserId> operatorAccount;
    EventTime eventTime;
    std::optional<QString> name;
    std::optional<UserId> owner;
    std::optional<qint32> maxSeats;
    std::optional<qint64> memberCount;          ///< as it was told last
    std::optional<std::vector<UserId>> members; ///< who is there, ascending; absent: nobody was announced
};

/// Realistic traffic of voice rooms. Rooms are created, renamed, destroyed and created again; people enter, take seats,
/// leave, move, are put off; seats are locked, microphones and cameras forbidden; lists are full and partial. Most
/// callbacks are of seats, and every command of the catalogue comes sooner or later, with packets of Chat and TRTC in
/// between. Now and then a callback comes late or twice; apart from that there is nothing to find about any of them.
/// EventTime grows with every new callback, so no two of different content have the same. A room's creation, its first
/// list and its destruction are never late, and the first list is full: a part of it alone would look like a shorter
/// full list. Nothing happens in a room after its destruction until it is created again.
/// The same options give the same bytes, on every platform. Not thread-safe.
class Scenario {
public:
    explicit Scenario(ScenarioOptions options);
    ~Scenario();
    Scenario(const Scenario &) = delete;
    Scenario &operator=(const Scenario &) = delete;

    /// The next callback in the order of sending. A new one happens at \a now where that is given (or just after the
    /// last one, when that was later), else a random step after the last one.
    [[nodiscard]] SimulatedCallback next(std::optional<EventTime> now = std::nullopt);
    /// Hands out all that is held back for coming late or twice, in the order of sending, so that a run ends complete.
    [[nodiscard]] std::vector<SimulatedCallback> flushHeldBack();
    /// What the rooms are after everything handed out so far (held-back callbacks are not counted yet), ascending by
    /// id. A seat, a name, a member is what the handed-out callback with the newest EventTime says about it.
    [[nodiscard]] std::vector<TrueRoom> rooms() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace seatscope
