// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/tables/stepper.h"
#include "model/tables/timetravel.h"

#include <QCoreApplication>

#include <chrono>

namespace seatscope {

/// What the window says about the moment that it shows.
class TimeWords {
    Q_DECLARE_TR_FUNCTIONS(seatscope::TimeWords)

public:
    /// "10:02:09.123 — #505, not live · Esc returns". \a now tells which times are of another day.
    [[nodiscard]] static QString moment(const RoomsAt &shown, ArrivalTime now);
    /// "10:02:09.123  #505" for a narrow place.
    [[nodiscard]] static QString shortMoment(const RoomsAt &shown, ArrivalTime now);
    /// "#505", or "the start" for the moment before the first capture.
    [[nodiscard]] static QString number(Sequence moment);
    /// That \a missing is no longer in the journal, or \a isAhead of it, and what \a shown is instead.
    [[nodiscard]] static QString missing(Sequence missing, Sequence shown, bool isAhead);
    /// That what was told before \a since is missing in what is shown.
    [[nodiscard]] static QString incomplete(Sequence since);
    /// That there is no step.
    [[nodiscard]] static QString nothing(Stepper::Direction direction, const StepScope &scope);
    /// That \a text, which was typed, is no moment.
    [[nodiscard]] static QString notUnderstood(const QString &text);
    /// That a time without captures is cut short.
    [[nodiscard]] static QString cutGap(std::chrono::microseconds gap);
    /// The name of a scope, for a list: "this room", "seat 3", "alice".
    [[nodiscard]] static QString scope(const StepScope &scope);
};

} // namespace seatscope
