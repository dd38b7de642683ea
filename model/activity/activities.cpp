// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/activity/activities.h"

#include "model/activity/seatchanges.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

namespace seatscope {

namespace {

/// Gathers what is wanted, and counts what is too much.
class ActivityCollector {
public:
    ActivityCollector(const RoomId &room, const CallbackMark &mark, const ActivityFilter &wanted) : m_wanted(wanted)
    {
        m_blank.sequence = mark.sequence;
        m_blank.arrival = mark.arrival;
        m_blank.eventTime = mark.eventTime;
        m_blank.by = mark.by;
        m_blank.room = room;
    }

    [[nodiscard]] Activity make(ActivityKind kind) const
    {
        Activity activity = m_blank;
        activity.kind = kind;
        return activity;
    }

    void add(Activity activity)
    {
        if (!m_wanted.matches(activity))
            return;
        if (m_told.size() < maxActivitiesOfCallback)
            m_told.push_back(std::move(activity));
        else
            ++m_surplus;
    }

    [[nodiscard]] std::vector<Activity> take()
    {
        if (m_surplus > 0) {
            m_told.back() = make(ActivityKind::MoreChanges);
            m_told.back().more = m_surplus + 1;
        }
        return std::move(m_told);
    }

private:
    const ActivityFilter &m_wanted;
    Activity m_blank;
    std::vector<Activity> m_told;
    qint64 m_surplus = 0;
};

/// Tells the differences between two states of a room.
class RoomComparison {
public:
    RoomComparison(const RoomState &before, const RoomState &after, ActivityCollector &told)
        : m_before(before),
          m_after(after),
          m_told(told)
    {
    }

    void tell()
    {
        if (!isAboutLife()) {
            tellFacts();
            tellMembers();
        }
        if (!tellLife() || isAnyoneSeated())
            tellSeats();
    }

private:
    [[nodiscard]] bool isAboutLife() const
    {
        return m_before.created != m_after.created || m_before.destroyed != m_after.destroyed;
    }

    /// That the callback began or ended the life of the room; returns false when it did neither.
    bool tellLife()
    {
        if (!isAboutLife())
            return false;
        const RoomStatus status = m_after.status();
        const bool wasSo = m_before.status() == status;
        // The same once more is a repetition; at another time it is another life, or another end.
        if (status == RoomStatus::Active && !(wasSo && isSameTime(m_before.created, m_after.created))) {
            tellCreation();
            return true;
        }
        if (status == RoomStatus::Destroyed && !(wasSo && isSameTime(m_before.destroyed, m_after.destroyed))) {
            Activity destroyed = m_told.make(ActivityKind::RoomDestroyed);
            destroyed.keepsSeats = isAnyoneSeated();
            m_told.add(std::move(destroyed));
            return true;
        }
        return false;
    }

    [[nodiscard]] bool isAnyoneSeated() const
    {
        return std::ranges::any_of(m_after.seats, [](const SeatState &seat) { return seat.user.has_value(); });
    }

    void tellFacts()
    {
        if (m_after.name && !(m_before.name && m_before.name->value == m_after.name->value)) {
            Activity named = m_told.make(ActivityKind::RoomRenamed);
            named.name = m_after.name->value;
            m_told.add(std::move(named));
        }
        if (m_after.owner && !(m_before.owner && m_before.owner->value == m_after.owner->value)) {
            Activity owned = m_told.make(ActivityKind::OwnerChanged);
            owned.user = m_after.owner->value;
            m_told.add(std::move(owned));
        }
    }

    void tellMembers()
    {
        // Lists that a callback did not touch are shared.
        if (&m_before.members.all() == &m_after.members.all())
            return;
        const std::vector<UserId> were = m_before.presentMembers();
        const std::vector<UserId> are = m_after.presentMembers();
        std::vector<UserId> different;
        std::ranges::set_difference(are, were, std::back_inserter(different), std::less<>());
        for (UserId &user : different)
            tellMember(ActivityKind::MemberEntered, std::move(user));
        different.clear();
        std::ranges::set_difference(were, are, std::back_inserter(different), std::less<>());
        for (UserId &user : different)
            tellMember(ActivityKind::MemberLeft, std::move(user));
    }

    void tellSeats()
    {
        const SeatChanges changes = seatChanges(m_before.seats, m_after.seats);
        const std::optional<UserId> by = m_told.make(ActivityKind::LeftSeat).by;
        for (const SeatMove &left : changes.left) {
            // Who goes with a life of the room was put off by nobody.
            const bool byItself = isAboutLife() || !by || *by == left.user;
            tellMove(byItself ? ActivityKind::LeftSeat : ActivityKind::PutOffSeat, left);
        }
        for (const SeatMove &moved : changes.moved)
            tellMove(ActivityKind::MovedSeat, moved);
        for (const SeatMove &took : changes.took)
            tellMove(ActivityKind::TookSeat, took);
        for (const SeatChanges::Switched &seat : changes.switched)
            tellSwitches(seat);
    }

    static bool isSameTime(const std::optional<Moment> &left, const std::optional<Moment> &right)
    {
        return left && right && left->asOf == right->asOf;
    }

    void tellCreation()
    {
        Activity created = m_told.make(ActivityKind::RoomCreated);
        const auto isTold = [&created](const auto &fact) { return fact && fact->at.sequence == created.sequence; };
        if (isTold(m_after.name))
            created.name = m_after.name->value;
        if (isTold(m_after.owner))
            created.user = m_after.owner->value;
        created.keepsSeats = isAnyoneSeated();
        m_told.add(std::move(created));
    }

    void tellMember(ActivityKind kind, UserId user)
    {
        Activity activity = m_told.make(kind);
        const std::vector<MemberState> &all = m_after.members.all();
        const auto member = std::ranges::lower_bound(all, user, std::less<>(), &MemberState::user);
        // One that had to be forgotten is not there any more.
        if (kind == ActivityKind::MemberLeft && member != all.end() && member->user == user)
            activity.exit = member->exit;
        activity.user = std::move(user);
        m_told.add(std::move(activity));
    }

    void tellMove(ActivityKind kind, const SeatMove &move)
    {
        Activity activity = m_told.make(kind);
        activity.user = move.user;
        activity.seat = move.to ? move.to : move.from;
        if (move.to)
            activity.fromSeat = move.from;
        m_told.add(std::move(activity));
    }

    void tellSwitches(const SeatChanges::Switched &seat)
    {
        static const SeatState open;
        const SeatState &before = seat.before ? *seat.before : open;
        const auto tell = [this, &seat](bool was, bool is, ActivityKind on, ActivityKind off) {
            if (was == is)
                return;
            Activity activity = m_told.make(is ? on : off);
            activity.seat = seat.after->index;
            activity.user = seat.after->user;
            m_told.add(std::move(activity));
        };
        using enum ActivityKind;
        tell(before.locked, seat.after->locked, SeatLocked, SeatUnlocked);
        tell(before.videoDisabled, seat.after->videoDisabled, VideoForbidden, VideoAllowed);
        tell(before.audioDisabled, seat.after->audioDisabled, AudioForbidden, AudioAllowed);
    }

    const RoomState &m_before;
    const RoomState &m_after;
    ActivityCollector &m_told;
};

} // namespace

std::vector<Activity> activitiesOf(const RoomStatePtr &before, const RoomState &after, const CallbackMark &mark,
                                   const ActivityFilter &wanted)
{
    if (wanted.room && *wanted.room != after.id)
        return {};
    static const RoomState unseen;
    ActivityCollector told(after.id, mark, wanted);
    RoomComparison(before ? *before : unseen, after, told).tell();
    return told.take();
}

} // namespace seatscope
