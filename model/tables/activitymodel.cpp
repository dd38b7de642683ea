// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/tables/activitymodel.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <limits>
#include <utility>

namespace seatscope {

namespace {

/// Rows that are taken away at once: one by one a view would be told too often.
constexpr size_t trimStep = 256;

template<typename Id>
QVariant textOf(const std::optional<Id> &id)
{
    return id ? QVariant(id->text()) : QVariant();
}

QVariant display(const Activity &activity, int column)
{
    switch (column) {
    case ActivityModel::SequenceColumn:
        return activity.sequence.value();
    case ActivityModel::TimeColumn:
        return activity.arrival.value();
    case ActivityModel::RoomColumn:
        return activity.room.text();
    case ActivityModel::WhatColumn:
        return QString(activityKindName(activity.kind));
    default:
        return {};
    }
}

} // namespace

ActivityModel::ActivityModel(Sequence last, QObject *parent)
    : QAbstractTableModel(parent),
      m_recent(last),
      m_first(next(last)),
      m_last(last)
{
}

Sequence ActivityModel::bound() const
{
    return m_upTo.value_or(Sequence(std::numeric_limits<qint64>::max()));
}

void ActivityModel::apply(const Batch &batch)
{
    bool hasGap = m_recent.add(batch);
    // What is looked for may be among what was not told one by one: the journal has all of it.
    if (m_filter.choosesWithinCallback() && m_recent.forgetCut())
        hasGap = true;
    m_recent.remove(batch.removal.ranges);
    removeCaptures(batch.removal.ranges);
    // An answer that is under way may have been read before.
    if (m_unanswered != 0)
        m_goneMeanwhile.insert(m_goneMeanwhile.end(), batch.removal.ranges.begin(), batch.removal.ranges.end());
    if (!m_isLive)
        return;
    const bool isTooLong = m_rows.size() >= 2 * size_t(maxRows);
    if (m_isReading && (hasGap || isTooLong)) {
        m_isLive = false;
        Q_EMIT stateChanged();
    } else if (hasGap) {
        restart();
    } else {
        append(m_recent.between(m_last, m_recent.last(), m_filter));
        m_last = m_recent.last();
        if (!m_isReading)
            trimTop();
    }
}

void ActivityModel::setFilter(const ActivityFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    restart();
}

void ActivityModel::showUpTo(std::optional<Sequence> last)
{
    if (last == m_upTo)
        return;
    m_upTo = last;
    const bool isAhead = last && m_isLive && *last >= m_last;
    if (!last || *last < Sequence(m_first.value() - 1) || isAhead) {
        restart();
        return;
    }
    m_isLive = false;
    if (*last <= m_last) {
        takeAway(firstAfter(*last), m_rows.size());
        m_last = *last;
        Q_EMIT stateChanged();
    } else if (!isLoading()) {
        goOnLater();
    }
}

void ActivityModel::setReading(bool isReading)
{
    m_isReading = isReading;
}

void ActivityModel::follow()
{
    m_isReading = false;
    if (!m_isLive && !m_upTo)
        restart();
}

void ActivityModel::reload()
{
    m_recent.clear();
    restart();
}

void ActivityModel::restart()
{
    if (m_filter.choosesWithinCallback())
        m_recent.forgetCut();
    m_awaited = 0;
    m_trouble.clear();
    m_emptySearches = 0;
    takeAway(0, m_rows.size());
    m_isLive = !m_upTo;
    m_last = std::min(bound(), m_recent.last());
    m_first = next(std::min(m_last, m_recent.after()));
    append(m_recent.between(m_recent.after(), m_last, m_filter));
    trimTop();
    if (m_rows.size() < size_t(pageSize))
        loadEarlier();
    Q_EMIT stateChanged();
}

void ActivityModel::loadEarlier()
{
    if (isLoading() || reachesBeginning())
        return;
    m_emptySearches = 0;
    ask(ActivityQuery::Direction::Before, m_first);
}

void ActivityModel::ask(ActivityQuery::Direction direction, Sequence from)
{
    m_trouble.clear();
    m_awaited = ++m_lastToken;
    m_question = {direction, from, m_filter, pageSize};
    Q_EMIT stateChanged();
    // Questions that are out of date before they are answered must not pile up where they are answered.
    if (m_unanswered == 0)
        send();
}

void ActivityModel::send()
{
    m_unanswered = m_awaited;
    m_goneMeanwhile.clear();
    Q_EMIT pageWanted(m_question, m_awaited);
}

bool ActivityModel::takeAnswer(quint64 token)
{
    if (token == 0 || token != m_unanswered)
        return false;
    m_unanswered = 0;
    if (token == m_awaited) {
        m_awaited = 0;
        return true;
    }
    if (m_awaited != 0)
        send();
    return false;
}

void ActivityModel::supplyPage(const ActivityPage &page, quint64 token)
{
    if (!takeAnswer(token))
        return;
    if (m_question.direction == ActivityQuery::Direction::Before)
        takeEarlier(page);
    else
        takeLater(page);
    removeCaptures(std::exchange(m_goneMeanwhile, {}));
    Q_EMIT stateChanged();
}

void ActivityModel::takeEarlier(const ActivityPage &page)
{
    if (!page.activities.empty()) {
        beginInsertRows({}, 0, static_cast<int>(page.activities.size()) - 1);
        m_rows.insert(m_rows.begin(), page.activities.begin(), page.activities.end());
        endInsertRows();
    }
    m_first = page.isEnd ? Sequence(1) : page.first;
    trimBottom();
    const bool goesOn = page.activities.empty() && !page.isEnd && ++m_emptySearches < maxEmptySearches;
    if (goesOn)
        ask(ActivityQuery::Direction::Before, m_first);
}

void ActivityModel::takeLater(const ActivityPage &page)
{
    std::vector<Activity> wanted;
    std::ranges::copy_if(page.activities, std::back_inserter(wanted),
                         [this](const Activity &activity) { return activity.sequence <= bound(); });
    append(std::move(wanted));
    m_last = std::clamp(page.last, m_last, std::max(m_last, bound()));
    trimTop();
    const bool hasProgress = page.last >= page.first;
    if (hasProgress && m_upTo)
        goOnLater();
}

void ActivityModel::goOnLater()
{
    const Sequence end = std::min(bound(), m_recent.last());
    if (m_last >= end)
        return;
    if (m_last >= m_recent.after()) {
        append(m_recent.between(m_last, end, m_filter));
        m_last = end;
        trimTop();
        Q_EMIT stateChanged();
    } else {
        ask(ActivityQuery::Direction::After, m_last);
    }
}

void ActivityModel::pageFailed(const QString &message, quint64 token)
{
    if (!takeAnswer(token))
        return;
    m_trouble = message;
    Q_EMIT stateChanged();
}

void ActivityModel::append(std::vector<Activity> activities)
{
    if (activities.empty())
        return;
    const auto first = static_cast<int>(m_rows.size());
    beginInsertRows({}, first, first + static_cast<int>(activities.size()) - 1);
    std::ranges::move(activities, std::back_inserter(m_rows));
    endInsertRows();
}

void ActivityModel::takeAway(size_t first, size_t end)
{
    if (first >= end)
        return;
    beginRemoveRows({}, static_cast<int>(first), static_cast<int>(end) - 1);
    m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(first),
                 m_rows.begin() + static_cast<std::ptrdiff_t>(end));
    endRemoveRows();
}

void ActivityModel::removeCaptures(const std::vector<SequenceRange> &ranges)
{
    for (const SequenceRange &range : ranges)
        takeAway(firstAfter(Sequence(range.first.value() - 1)), firstAfter(range.last));
}

size_t ActivityModel::firstAfter(Sequence sequence) const
{
    const auto found = std::ranges::upper_bound(m_rows, sequence, std::less<>(), &Activity::sequence);
    return static_cast<size_t>(found - m_rows.begin());
}

void ActivityModel::trimTop()
{
    if (m_rows.size() < maxRows + trimStep)
        return;
    // A callback is shown as a whole or not at all.
    const Sequence lost = m_rows.at(m_rows.size() - maxRows - 1).sequence;
    takeAway(0, firstAfter(lost));
    m_first = next(lost);
}

void ActivityModel::trimBottom()
{
    if (m_rows.size() <= 2 * size_t(maxRows))
        return;
    const Sequence lost = m_rows.at(2 * size_t(maxRows)).sequence;
    takeAway(firstAfter(Sequence(lost.value() - 1)), m_rows.size());
    m_last = Sequence(lost.value() - 1);
    m_isLive = false;
}

int ActivityModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ActivityModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ActivityModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Activity &shown = activity(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return display(shown, index.column());
    case SequenceRole:
        return shown.sequence.value();
    case ArrivalRole:
        return shown.arrival.value();
    case EventTimeRole:
        return shown.eventTime.value();
    case RoomIdRole:
        return shown.room.text();
    case KindRole:
        return static_cast<int>(shown.kind);
    case UserRole:
        return textOf(shown.user);
    case ByRole:
        return textOf(shown.by);
    case SeatRole:
        return shown.seat ? QVariant(shown.seat->value()) : QVariant();
    default:
        return {};
    }
}

} // namespace seatscope
