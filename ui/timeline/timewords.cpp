// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/timewords.h"

#include "model/tables/playback.h"
#include "ui/text/timetext.h"
#include "ui/text/visibletext.h"

namespace seatscope {

QString TimeWords::number(Sequence moment)
{
    return moment > Sequence(0) ? tr("#%1").arg(moment.value()) : tr("the start");
}

QString TimeWords::moment(const RoomsAt &shown, ArrivalTime now)
{
    if (!shown.newest || !shown.arrival)
        return tr("Before the first capture, not live · Esc returns");
    return tr("%1 — #%2, not live · Esc returns")
        .arg(TimeText::milliseconds(*shown.arrival, now))
        .arg(shown.newest->value());
}

QString TimeWords::shortMoment(const RoomsAt &shown, ArrivalTime now)
{
    if (!shown.newest || !shown.arrival)
        return tr("before #1");
    return tr("%1  #%2").arg(TimeText::milliseconds(*shown.arrival, now)).arg(shown.newest->value());
}

QString TimeWords::missing(Sequence missing, Sequence shown, bool isAhead)
{
    if (missing == Sequence(0))
        return tr("The first captures are no longer in the journal: this is the oldest.");
    if (shown > missing)
        return tr("#%1 is no longer in the journal: this is the oldest.").arg(missing.value());
    if (isAhead)
        return tr("#%1 has not come yet: this is the newest.").arg(missing.value());
    return tr("#%1 is no longer in the journal: this is the one before.").arg(missing.value());
}

QString TimeWords::incomplete(Sequence since)
{
    return tr("What captures before #%1 told is gone; seats may be missing.").arg(since.value());
}

QString TimeWords::nothing(Stepper::Direction direction, const StepScope &scope)
{
    const bool back = direction == Stepper::Direction::Back;
    switch (scope.kind) {
    case StepScope::Kind::Room:
        return back ? tr("No earlier change of this room is in the journal.")
                    : tr("No later change of this room is in the journal.");
    case StepScope::Kind::Seat:
        return back ? tr("No earlier change of this seat is in the journal.")
                    : tr("No later change of this seat is in the journal.");
    case StepScope::Kind::User:
        return back ? tr("Nothing earlier of this user is in the journal.")
                    : tr("Nothing later of this user is in the journal.");
    case StepScope::Kind::Callback:
        break;
    }
    return back ? tr("No earlier callback is in the journal.") : tr("No later callback is in the journal.");
}

QString TimeWords::notUnderstood(const QString &text)
{
    return tr("“%1” is neither a capture such as #505 nor a time such as 10:02:09.").arg(visibleText(text));
}

QString TimeWords::cutGap(std::chrono::microseconds gap)
{
    return tr("%1 without a capture, cut to %2.")
        .arg(TimeText::age(gap.count()))
        .arg(TimeText::age(std::chrono::duration_cast<std::chrono::microseconds>(Playback::longestWait).count()));
}

QString TimeWords::scope(const StepScope &scope)
{
    switch (scope.kind) {
    case StepScope::Kind::Room:
        return tr("this room");
    case StepScope::Kind::Seat:
        return scope.seat ? tr("seat %1").arg(scope.seat->value()) : tr("this seat");
    case StepScope::Kind::User:
        return scope.user ? visibleId(scope.user->text()) : tr("this user");
    case StepScope::Kind::Callback:
        break;
    }
    return tr("any callback");
}

} // namespace seatscope
