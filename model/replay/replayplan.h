// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/strongtypes.h"

#include <QString>

#include <optional>
#include <unordered_map>
#include <vector>

namespace seatscope {

/// Slowest and fastest replay, times the recorded pace.
inline constexpr double slowestReplay = 0.1;
inline constexpr double fastestReplay = 100;

/// When captures are sent.
struct ReplayPace {
    enum class Kind : quint8 {
        Recorded, ///< with the gaps in which they arrived, divided by speed
        Fastest,  ///< each as soon as its room's last one is answered and a connection is free
        Steps     ///< each when it is asked for
    };
    Kind kind = Kind::Recorded;
    double speed = 1; ///< from slowestReplay to fastestReplay
};

/// What a plan needs to know of a capture.
struct ReplayCandidate {
    Sequence sequence; ///< as recorded, or its place in a file
    ArrivalTime receivedAt;
    std::optional<RoomId> room;
};

/// One capture of a plan.
struct PlannedCapture {
    Sequence sequence;
    qint64 dueUs = 0; ///< after the start
    int lane = 0;     ///< those of one lane wait for each other's answers
};

/// Which captures are sent and when: in the order in which they are added, which is that of their arrival. Pure; a
/// value.
class ReplayPlan {
public:
    ReplayPlan() = default;
    explicit ReplayPlan(ReplayPace pace) : m_pace(pace) {}

    /// Adds a capture. A clock that was set back between two arrivals makes no gap. Each room is a lane, and those
    /// without a room together are one.
    void add(const ReplayCandidate &candidate);

    [[nodiscard]] const ReplayPace &pace() const { return m_pace; }
    [[nodiscard]] bool isEmpty() const { return m_captures.empty(); }
    [[nodiscard]] size_t size() const { return m_captures.size(); }
    [[nodiscard]] const PlannedCapture &at(size_t index) const { return m_captures.at(index); }
    /// When the last one is due, µs after the start.
    [[nodiscard]] qint64 lengthUs() const { return m_captures.empty() ? 0 : m_captures.back().dueUs; }
    /// The plan to send those at the ascending \a indexes again, with the gaps that lie between them here.
    [[nodiscard]] ReplayPlan only(const std::vector<size_t> &indexes) const;
    /// The same captures at another \a pace. Only of a plan with the recorded gaps: others do not know them.
    [[nodiscard]] ReplayPlan paced(const ReplayPace &pace) const;

private:
    ReplayPace m_pace;
    std::vector<PlannedCapture> m_captures;
    std::unordered_map<QString, int> m_lanes; ///< by room
    qint64 m_recordedUs = 0;                  ///< from the first to the last that was added, by the recorded gaps
    std::optional<qint64> m_lastAtUs;         ///< when the last that was added had arrived
};

} // namespace seatscope
