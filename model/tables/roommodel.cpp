// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/tables/roommodel.h"

#include "model/tables/changedrows.h"

#include <algorithm>

namespace seatscope {

namespace {

/// \a rooms ascending by id, each room once.
std::vector<RoomStatePtr> sortedOnce(const std::vector<RoomStatePtr> &rooms)
{
    std::vector<RoomStatePtr> sorted;
    sorted.reserve(rooms.size());
    std::ranges::copy_if(rooms, std::back_inserter(sorted), [](const RoomStatePtr &room) { return room != nullptr; });
    std::ranges::stable_sort(sorted, [](const auto &left, const auto &right) { return left->id < right->id; });
    std::vector<RoomStatePtr> once;
    once.reserve(sorted.size());
    for (const RoomStatePtr &room : sorted) {
        if (!once.empty() && once.back()->id == room->id)
            once.back() = room;
        else
            once.push_back(room);
    }
    return once;
}

} // namespace

RoomModel::Row RoomModel::makeRow(const RoomStatePtr &state)
{
    const auto taken = std::ranges::count_if(state->seats, [](const SeatState &seat) { return seat.user.has_value(); });
    return {state, static_cast<int>(taken), roomFindings(*state)};
}

QList<int> RoomModel::changedRoles(const Row &before, const Row &after)
{
    QList<int> roles;
    const RoomState &old = *before.state;
    const RoomState &now = *after.state;
    const bool taken = before.taken != after.taken;
    const bool count = old.seats.size() != now.seats.size();
    if (taken || count || old.last != now.last)
        roles << Qt::DisplayRole;
    if (old.product != now.product)
        roles << ProductRole;
    if (taken)
        roles << TakenSeatsRole;
    if (count)
        roles << SeatCountRole;
    if (old.last != now.last)
        roles << LastSequenceRole;
    if (old.lastArrival != now.lastArrival)
        roles << LastArrivalRole;
    if (old.status() != now.status())
        roles << StatusRole;
    if (old.ambiguous != now.ambiguous)
        roles << AmbiguousRole;
    if (before.findings != after.findings)
        roles << FindingCountRole;
    return roles;
}

int RoomModel::lowerBound(const RoomId &room) const
{
    const auto found = std::ranges::lower_bound(m_rows, room, std::less<>(),
                                                [](const Row &row) -> const RoomId & { return row.state->id; });
    return static_cast<int>(found - m_rows.begin());
}

void RoomModel::apply(const std::vector<RoomStatePtr> &rooms)
{
    const std::vector<RoomStatePtr> sorted = sortedOnce(rooms);
    update(sorted);
    insertNew(sorted);
}

void RoomModel::update(const std::vector<RoomStatePtr> &rooms)
{
    ChangedRows changed;
    for (const RoomStatePtr &room : rooms) {
        const int row = rowOf(room->id);
        if (row < 0)
            continue;
        Row &present = m_rows[static_cast<size_t>(row)];
        if (present.state == room)
            continue; // between two moments, most rooms are the same
        const Row successor = makeRow(room);
        const QList<int> roles = changedRoles(present, successor);
        present = successor;
        if (!roles.isEmpty())
            changed.add(row, roles);
    }
    for (const ChangedRows::Range &range : changed.ranges())
        Q_EMIT dataChanged(index(range.first, 0), index(range.last, ColumnCount - 1), range.roles);
}

void RoomModel::insertNew(const std::vector<RoomStatePtr> &rooms)
{
    struct Insertion {
        int row;
        std::vector<Row> rows;
    };
    std::vector<Insertion> insertions;
    for (const RoomStatePtr &room : rooms) {
        if (rowOf(room->id) >= 0)
            continue;
        const int row = lowerBound(room->id);
        if (insertions.empty() || insertions.back().row != row)
            insertions.push_back({row, {}});
        insertions.back().rows.push_back(makeRow(room));
    }
    // From the end, so that the rows found above stay right.
    std::for_each(insertions.rbegin(), insertions.rend(), [this](const Insertion &insertion) {
        beginInsertRows({}, insertion.row, insertion.row + static_cast<int>(insertion.rows.size()) - 1);
        m_rows.insert(m_rows.begin() + insertion.row, insertion.rows.begin(), insertion.rows.end());
        endInsertRows();
    });
}

void RoomModel::remove(const std::vector<RoomId> &rooms)
{
    std::vector<int> rows;
    for (const RoomId &room : rooms) {
        if (const int row = rowOf(room); row >= 0)
            rows.push_back(row);
    }
    takeRows(std::move(rows));
}

void RoomModel::show(const std::vector<RoomStatePtr> &rooms)
{
    const std::vector<RoomStatePtr> sorted = sortedOnce(rooms);
    std::vector<int> gone;
    auto other = sorted.begin();
    for (int row = 0; row < rowCount(); ++row) {
        const RoomId &id = m_rows[static_cast<size_t>(row)].state->id;
        while (other != sorted.end() && (*other)->id < id)
            ++other;
        if (other == sorted.end() || id < (*other)->id)
            gone.push_back(row);
    }
    takeRows(std::move(gone));
    update(sorted);
    insertNew(sorted);
}

void RoomModel::takeRows(std::vector<int> rows)
{
    std::ranges::sort(rows, std::greater<>());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    // From the end, neighbours together, so that the rows found above stay right.
    for (auto last = rows.begin(); last != rows.end();) {
        auto first = last;
        while (std::next(first) != rows.end() && *std::next(first) == *first - 1)
            ++first;
        beginRemoveRows({}, *first, *last);
        m_rows.erase(m_rows.begin() + *first, m_rows.begin() + *last + 1);
        endRemoveRows();
        last = std::next(first);
    }
}

RoomStatePtr RoomModel::room(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[static_cast<size_t>(row)].state : nullptr;
}

std::vector<RoomFinding> RoomModel::findings(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[static_cast<size_t>(row)].findings : std::vector<RoomFinding>();
}

int RoomModel::rowOf(const RoomId &room) const
{
    const int row = lowerBound(room);
    return row < rowCount() && m_rows[static_cast<size_t>(row)].state->id == room ? row : -1;
}

int RoomModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RoomModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RoomModel::display(const Row &row, int column)
{
    switch (column) {
    case IdColumn:
        return row.state->id.text();
    case TakenColumn:
        return QString(QString::number(row.taken) % u'/' % QString::number(row.state->seats.size()));
    case LastColumn:
        return row.state->last.value();
    default:
        return {};
    }
}

QVariant RoomModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return display(row, index.column());
    case RoomIdRole:
        return row.state->id.text();
    case ProductRole:
        return static_cast<int>(row.state->product);
    case TakenSeatsRole:
        return row.taken;
    case SeatCountRole:
        return static_cast<int>(row.state->seats.size());
    case LastSequenceRole:
        return row.state->last.value();
    case LastArrivalRole:
        return row.state->lastArrival.value();
    case StatusRole:
        return static_cast<int>(row.state->status());
    case AmbiguousRole:
        return row.state->ambiguous;
    case FindingCountRole:
        return static_cast<int>(row.findings.size());
    default:
        return {};
    }
}

QVariant RoomModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case IdColumn:
        return tr("Room");
    case TakenColumn:
        return tr("Taken");
    case LastColumn:
        return tr("Last");
    default:
        return {};
    }
}

} // namespace seatscope
