// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/tables/staymodel.h"

#include <algorithm>
#include <utility>

namespace seatscope {

namespace {

constexpr int pageSize = 1000;

} // namespace

StayModel::StayModel(StayQuestion question, QObject *parent)
    : QAbstractTableModel(parent),
      m_question(std::move(question))
{
}

void StayModel::read(Sequence last)
{
    beginResetModel();
    m_activities.clear();
    m_stays.clear();
    m_last = last;
    m_first = next(last);
    m_reachesBeginning = last < Sequence(1);
    endResetModel();
    m_awaited = 0;
    goOn();
}

void StayModel::goOn()
{
    if (isLoading() || m_reachesBeginning || isFull())
        return;
    m_pages = 0;
    ask();
}

void StayModel::ask()
{
    m_trouble.clear();
    m_awaited = ++m_lastToken;
    Q_EMIT stateChanged();
    Q_EMIT pageWanted({ActivityQuery::Direction::Before, m_first, filterOf(m_question), pageSize}, m_awaited);
}

void StayModel::supplyPage(const ActivityPage &page, quint64 token)
{
    if (token != m_awaited)
        return;
    m_awaited = 0;
    m_first = page.first;
    m_reachesBeginning = page.isEnd;
    if (!page.activities.empty()) {
        m_activities.insert(m_activities.begin(), page.activities.begin(), page.activities.end());
        beginResetModel();
        m_stays = staysOf(m_activities, m_question);
        std::ranges::reverse(m_stays);
        endResetModel();
    }
    if (!m_reachesBeginning && !isFull() && ++m_pages < maxPages)
        ask();
    else
        Q_EMIT stateChanged();
}

void StayModel::pageFailed(const QString &message, quint64 token)
{
    if (token != m_awaited)
        return;
    m_awaited = 0;
    m_trouble = message;
    Q_EMIT stateChanged();
}

int StayModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_stays.size());
}

int StayModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant StayModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole || index.column() != WhoColumn)
        return {};
    return stay(index.row()).user.text();
}

} // namespace seatscope
