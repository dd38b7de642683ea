// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/activity/activitypage.h"
#include "model/activity/activityquery.h"
#include "model/journal/capture.h"
#include "model/tables/stepscope.h"

#include <QObject>

#include <optional>
#include <vector>

namespace seatscope {

class CaptureLogModel;

/// Finds the next or the previous moment at which something changed. Several steps that are asked for at once are taken
/// one after the other. Gui thread.
class Stepper : public QObject {
    Q_OBJECT

public:
    enum class Direction : quint8 { Back, Forward };
    /// Steps that wait at most: who holds a key down wants to stop when it is let go.
    static constexpr int maxSteps = 16;
    /// Captures that are asked for at once.
    static constexpr int pageSize = 256;
    /// All tokens of windowWanted() are from this one on; those of Player are below.
    static constexpr quint64 firstToken = (quint64{1} << 63) | (quint64{1} << 62);

    /// \a captures must outlive the object.
    explicit Stepper(const CaptureLogModel &captures, QObject *parent = nullptr) : QObject(parent), m_captures(captures)
    {
    }

    /// Looks from the moment \a from on, or from where the step before leads to. \a scope must be complete.
    void step(Sequence from, Direction direction, const StepScope &scope);
    /// Forgets what is being looked for.
    void cancel();
    [[nodiscard]] bool isLooking() const { return m_isLooking; }

    /// The answer to windowWanted(), ascending. Answers to others' questions are ignored.
    void supplyCaptures(const std::vector<CaptureSummary> &captures, quint64 token);
    /// The answer to activitiesWanted().
    void supplyActivities(const ActivityPagePtr &page, quint64 token);
    /// Either could not be answered.
    void fail(const QString &message, quint64 token);

Q_SIGNALS:
    /// Up to \a count captures from \a first on are needed.
    void windowWanted(seatscope::Sequence first, int count, quint64 token);
    void activitiesWanted(const seatscope::ActivityQuery &query, quint64 token);
    /// A step leads to the moment after capture \a moment; \a room is where it changed something, where that is known.
    void found(seatscope::Sequence moment, const std::optional<seatscope::RoomId> &room);
    /// There is no step in that direction.
    void nothing(seatscope::Stepper::Direction direction, const seatscope::StepScope &scope);
    void failed(const QString &message);

private:
    void look();
    void lookForCallback();
    void lookForActivity();
    void arrive(Sequence moment, const std::optional<RoomId> &room);
    /// Tells where the steps led.
    void finish();

    const CaptureLogModel &m_captures;
    StepScope m_scope;
    Direction m_direction = Direction::Back;
    Sequence m_from; ///< up to here nothing was found
    /// Where the steps that were taken lead to.
    struct Stop {
        Sequence moment;
        std::optional<RoomId> room;
    };
    std::optional<Stop> m_stop;
    int m_steps = 0; ///< still to be taken, with the one that is being looked for
    bool m_isLooking = false;
    quint64 m_token = firstToken;
};

} // namespace seatscope
