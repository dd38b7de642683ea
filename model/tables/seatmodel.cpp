// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/tables/seatmodel.h"

#include "model/tables/changedrows.h"

#include <algorithm>

namespace seatscope {

namespace {

/// Beyond this many separate stretches to remove or insert, one after the other would cost rows × stretches: then the
/// rows are exchanged at once.
constexpr int maxStretches = 64;

QVariant optionalText(const std::optional<UserId> &user)
{
    return user ? QVariant(user->text()) : QVariant();
}

/// Whether \a column shows another value. Without making values of display(): that takes most of the time of a large
/// room.
bool isOther(const SeatState &one, const SeatState &other, int column)
{
    switch (column) {
    case SeatModel::UserColumn:
        return one.user != other.user;
    case SeatModel::LockColumn:
        return one.locked != other.locked;
    case SeatModel::VideoColumn:
        return one.videoDisabled != other.videoDisabled;
    case SeatModel::AudioColumn:
        return one.audioDisabled != other.audioDisabled;
    case SeatModel::SinceColumn:
        return one.since != other.since;
    case SeatModel::ByColumn:
        return one.by != other.by;
    default:
        return one.index != other.index;
    }
}

/// Whether the newest list passed the seat over.
bool isStale(const SeatState &seat, const RoomState &room)
{
    return room.newestList && seat.mentioned != room.newestList->sequence;
}

/// How many separate stretches of \a rows are not in \a others; both ascending by seat.
template<typename Rows>
int stretchesMissing(const Rows &rows, const Rows &others)
{
    int stretches = 0;
    bool inStretch = false;
    auto other = others.begin();
    for (const auto &row : rows) {
        while (other != others.end() && other->seat.index < row.seat.index)
            ++other;
        const bool missing = other == others.end() || other->seat.index != row.seat.index;
        stretches += missing && !inStretch ? 1 : 0;
        inStretch = missing;
    }
    return stretches;
}

template<typename Rows>
bool hasSeat(const Rows &rows, SeatIndex seat)
{
    return std::ranges::binary_search(rows, seat, std::less<>(), [](const auto &row) { return row.seat.index; });
}

} // namespace

SeatModel::SeatModel(const Clock &clock, QObject *parent) : QAbstractTableModel(parent), m_clock(clock) {}

void SeatModel::show(const RoomStatePtr &room)
{
    if (room == m_room)
        return;
    if (!room || !m_room || room->id != m_room->id) {
        std::vector<Row> rows;
        if (room) {
            rows.reserve(room->seats.size());
            for (const SeatState &seat : room->seats)
                rows.push_back({seat, isStale(seat, *room), {}});
        }
        replaceRows(room, std::move(rows));
        return;
    }
    // 0 means "never", also for a clock that has just started.
    std::vector<Row> target = successors(*room, std::max<qint64>(1, m_clock.monotonicNs()));
    if (stretchesMissing(m_rows, target) > maxStretches || stretchesMissing(target, m_rows) > maxStretches) {
        replaceRows(room, std::move(target));
        return;
    }
    m_room = room;
    removeMissing(target);
    insertNew(target);
    update(std::move(target));
}

void SeatModel::replaceRows(const RoomStatePtr &room, std::vector<Row> rows)
{
    if (!m_rows.empty()) {
        beginRemoveRows({}, 0, rowCount() - 1);
        m_rows.clear();
        m_room = room;
        endRemoveRows();
    }
    m_room = room;
    if (!rows.empty()) {
        beginInsertRows({}, 0, static_cast<int>(rows.size()) - 1);
        m_rows = std::move(rows);
        endInsertRows();
    }
}

std::vector<SeatModel::Row> SeatModel::successors(const RoomState &room, qint64 nowNs) const
{
    std::vector<Row> target;
    target.reserve(room.seats.size());
    auto old = m_rows.begin();
    for (const SeatState &seat : room.seats) {
        while (old != m_rows.end() && old->seat.index < seat.index)
            ++old;
        Row row{seat, isStale(seat, room), {}};
        if (old == m_rows.end() || old->seat.index != seat.index) {
            row.changedAt.fill(nowNs);
        } else {
            row.changedAt = old->changedAt;
            for (size_t column = 0; column < row.changedAt.size(); ++column) {
                if (isOther(seat, old->seat, static_cast<int>(column)))
                    row.changedAt[column] = nowNs;
            }
        }
        target.push_back(std::move(row));
    }
    return target;
}

void SeatModel::removeMissing(const std::vector<Row> &target)
{
    int last = rowCount() - 1;
    while (last >= 0) {
        if (hasSeat(target, m_rows[static_cast<size_t>(last)].seat.index)) {
            --last;
            continue;
        }
        int first = last;
        while (first > 0 && !hasSeat(target, m_rows[static_cast<size_t>(first) - 1].seat.index))
            --first;
        beginRemoveRows({}, first, last);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        endRemoveRows();
        last = first - 1;
    }
}

void SeatModel::insertNew(const std::vector<Row> &target)
{
    size_t first = 0;
    while (first < target.size()) {
        const bool known = first < m_rows.size() && m_rows[first].seat.index == target[first].seat.index;
        if (known) {
            ++first;
            continue;
        }
        size_t end = first + 1;
        while (end < target.size() && (first >= m_rows.size() || target[end].seat.index < m_rows[first].seat.index))
            ++end;
        beginInsertRows({}, static_cast<int>(first), static_cast<int>(end) - 1);
        m_rows.insert(m_rows.begin() + static_cast<qsizetype>(first), target.begin() + static_cast<qsizetype>(first),
                      target.begin() + static_cast<qsizetype>(end));
        endInsertRows();
        first = end;
    }
}

QList<int> SeatModel::changedRoles(const Row &before, const Row &after)
{
    const SeatState &old = before.seat;
    const SeatState &now = after.seat;
    QList<int> roles;
    const auto note = [&roles](bool differs, int role) {
        if (differs)
            roles << role;
    };
    note(old.user != now.user, UserRole);
    note(old.locked != now.locked, LockedRole);
    note(old.videoDisabled != now.videoDisabled, VideoDisabledRole);
    note(old.audioDisabled != now.audioDisabled, AudioDisabledRole);
    note(old.since != now.since, SinceSequenceRole);
    note(old.by != now.by, OperatorRole);
    note(!roles.isEmpty(), Qt::DisplayRole); // all of the above have a column
    note(before.changedAt != after.changedAt, ChangedAtRole);
    note(old.sinceArrival != now.sinceArrival, SinceArrivalRole);
    note(old.mentioned != now.mentioned, MentionedSequenceRole);
    note(before.stale != after.stale, StaleRole);
    return roles;
}

void SeatModel::update(std::vector<Row> target)
{
    ChangedRows changed;
    for (size_t i = 0; i < target.size(); ++i) {
        const QList<int> roles = changedRoles(m_rows[i], target[i]);
        if (!roles.isEmpty())
            changed.add(static_cast<int>(i), roles);
    }
    m_rows = std::move(target);
    for (const ChangedRows::Range &range : changed.ranges())
        Q_EMIT dataChanged(index(range.first, 0), index(range.last, ColumnCount - 1), range.roles);
}

int SeatModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SeatModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SeatModel::display(const SeatState &seat, int column)
{
    switch (column) {
    case SeatColumn:
        return seat.index.value();
    case UserColumn:
        return optionalText(seat.user);
    case LockColumn:
        return seat.locked;
    case VideoColumn:
        return seat.videoDisabled;
    case AudioColumn:
        return seat.audioDisabled;
    case SinceColumn:
        return seat.since.value();
    case ByColumn:
        return optionalText(seat.by);
    default:
        return {};
    }
}

QVariant SeatModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return display(row.seat, index.column());
    case SeatIndexRole:
        return row.seat.index.value();
    case UserRole:
        return optionalText(row.seat.user);
    case LockedRole:
        return row.seat.locked;
    case VideoDisabledRole:
        return row.seat.videoDisabled;
    case AudioDisabledRole:
        return row.seat.audioDisabled;
    case SinceSequenceRole:
        return row.seat.since.value();
    case SinceArrivalRole:
        return row.seat.sinceArrival.value();
    case OperatorRole:
        return optionalText(row.seat.by);
    case MentionedSequenceRole:
        return row.seat.mentioned.value();
    case StaleRole:
        return row.stale;
    case ChangedAtRole:
        return row.changedAt[static_cast<size_t>(index.column())];
    default:
        return {};
    }
}

QVariant SeatModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SeatColumn:
        return tr("Seat");
    case UserColumn:
        return tr("User");
    case LockColumn:
        return tr("Lock");
    case VideoColumn:
        return tr("Camera");
    case AudioColumn:
        return tr("Microphone");
    case SinceColumn:
        return tr("Since");
    case ByColumn:
        return tr("By");
    default:
        return {};
    }
}

} // namespace seatscope
