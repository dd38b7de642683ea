// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/tables/replayresultmodel.h"

#include <algorithm>

namespace seatscope {

namespace {

/// Where there is no room any more, this share goes at once: a row at a time would be slow.
constexpr size_t shareThatGoes = 16;

/// What an outcome holds besides itself; equal answers that share their memory count each.
qint64 textBytes(const ReplayOutcome &outcome)
{
    return outcome.answer.size() + outcome.error.size() * static_cast<qsizetype>(sizeof(QChar));
}

QVariant validIf(bool isValid, const QVariant &value)
{
    return isValid ? value : QVariant();
}

} // namespace

ReplayResultModel::ReplayResultModel(Limits limits, QObject *parent) : QAbstractTableModel(parent), m_limits(limits) {}

void ReplayResultModel::clear()
{
    m_missing = 0;
    if (m_outcomes.empty())
        return;
    beginResetModel();
    m_outcomes.clear();
    m_textBytes = 0;
    endResetModel();
}

void ReplayResultModel::add(const ReplayNews &news)
{
    m_missing += news.missing;
    if (news.outcomes.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(news.outcomes.size()) - 1);
    for (const ReplayOutcome &outcome : news.outcomes) {
        m_textBytes += textBytes(outcome);
        m_outcomes.push_back(outcome);
    }
    endInsertRows();
    makeRoom();
}

void ReplayResultModel::makeRoom()
{
    size_t going = 0;
    qint64 bytes = m_textBytes;
    const auto isTooMuch = [&] {
        return static_cast<qint64>(m_outcomes.size() - going) > m_limits.rows || bytes > m_limits.textBytes;
    };
    if (!isTooMuch())
        return;
    const size_t least = std::max<size_t>(1, m_outcomes.size() / shareThatGoes);
    for (; going < m_outcomes.size() && (going < least || isTooMuch()); ++going)
        bytes -= textBytes(m_outcomes.at(going));
    beginRemoveRows({}, 0, static_cast<int>(going) - 1);
    m_outcomes.erase(m_outcomes.begin(), m_outcomes.begin() + static_cast<std::ptrdiff_t>(going));
    m_textBytes = bytes;
    m_missing += static_cast<qint64>(going);
    endRemoveRows();
}

int ReplayResultModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_outcomes.size());
}

int ReplayResultModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ReplayResultModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ReplayOutcome &outcome = m_outcomes.at(static_cast<size_t>(index.row()));
    switch (role) {
    case SequenceRole:
        return outcome.sequence.value();
    case OkRole:
        return outcome.isOk();
    case SentUsRole:
        return validIf(outcome.sentUs.has_value(), outcome.sentUs.value_or(0));
    case StatusRole:
        return validIf(outcome.status != 0, outcome.status);
    case RecordedStatusRole:
        return validIf(outcome.recordedStatus != 0, outcome.recordedStatus);
    case TookUsRole:
        return validIf(outcome.sentUs.has_value(), outcome.tookUs);
    case StatusDiffersRole:
        return outcome.difference.status;
    case BodyDiffersRole:
        return outcome.difference.body;
    case AnswerRole:
        return outcome.answer;
    case AnswerSizeRole:
        return outcome.answerSize;
    case ErrorRole:
        return outcome.error;
    default:
        return {};
    }
}

void FailedReplayResults::setOnlyFailed(bool onlyFailed)
{
    m_onlyFailed = onlyFailed;
    invalidateFilter();
}

bool FailedReplayResults::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    return !m_onlyFailed || !sourceModel()->index(row, 0, parent).data(ReplayResultModel::OkRole).toBool();
}

} // namespace seatscope
