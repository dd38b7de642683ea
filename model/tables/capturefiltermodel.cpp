// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/tables/capturefiltermodel.h"

#include "model/tables/capturevalues.h"

#include <QSet>

#include <utility>

namespace seatscope {

using Kind = SearchQuestion::Kind;
using State = SearchProgress::State;

CaptureFilterModel::CaptureFilterModel(CaptureLogModel &log, QObject *parent)
    : QAbstractTableModel(parent),
      m_log(log),
      m_readTimer(this)
{
    m_readTimer.setSingleShot(true);
    m_readTimer.setInterval(0);
    connect(&m_readTimer, &QTimer::timeout, this, &CaptureFilterModel::askWanted);
    joinLog();
}

void CaptureFilterModel::joinLog()
{
    connect(&m_log, &QAbstractItemModel::rowsAboutToBeInserted, this, [this](const QModelIndex &, int first, int last) {
        if (!isFiltering())
            beginInsertRows({}, first, last);
    });
    connect(&m_log, &QAbstractItemModel::rowsInserted, this, [this] {
        if (!isFiltering()) {
            endInsertRows();
            return;
        }
        matchNew();
        Q_EMIT progressChanged();
    });
    connect(&m_log, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { logRowsGo(first, last); });
    connect(&m_log, &QAbstractItemModel::rowsRemoved, this, [this] {
        if (!isFiltering())
            endRemoveRows();
        else
            Q_EMIT progressChanged();
    });
    connect(&m_log, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) {
                if (!isFiltering())
                    Q_EMIT dataChanged(index(first.row(), first.column()), index(last.row(), last.column()), roles);
            });
    connect(&m_log, &CaptureLogModel::marked, this, &CaptureFilterModel::logMarked);
}

void CaptureFilterModel::logRowsGo(int first, int last)
{
    if (!isFiltering()) {
        beginRemoveRows({}, first, last);
        return;
    }
    const int from = m_matches.rowFrom(m_log.sequenceAt(first));
    const int end = m_matches.rowFrom(next(m_log.sequenceAt(last)));
    if (end > from)
        dropRows(from, end - from);
}

void CaptureFilterModel::logMarked(const std::vector<Marking> &markings)
{
    QSet<Sequence> changed;
    for (const Marking &marking : markings) {
        for (const Sequence sequence : marking.sequences) {
            m_summaries.mark(sequence, marking.marks);
            changed.insert(sequence);
        }
    }
    if (!isFiltering() || changed.isEmpty())
        return;
    for (const Sequence sequence : std::as_const(changed))
        emitChanged(sequence);
    // The filter may ask for marks.
    ask(Kind::Judge, {changed.cbegin(), changed.cend()});
}

std::optional<FilterFault> CaptureFilterModel::setFilter(const QString &text, ArrivalTime now)
{
    Result<Filter> filter = Filter::parse(text, now);
    if (!filter)
        return filterFault(text, filter.error());
    if (filter->isEmpty() && !isFiltering())
        return {};
    beginResetModel();
    m_filter = filter->isEmpty() ? Filter() : *std::move(filter);
    ++m_token;
    m_matches.clear();
    m_summaries.forgetAsked();
    m_isPastDone = false;
    m_isPastAsked = false;
    m_isMatching = false;
    m_matchedUpTo = lastOfLog();
    m_pastFrom = m_matchedUpTo;
    endResetModel();
    if (isFiltering()) {
        setProgress({State::Searching, 0, 0, {}});
        askPast(false);
    } else {
        setProgress({});
    }
    return {};
}

void CaptureFilterModel::stop()
{
    if (m_progress.state != State::Searching)
        return;
    SearchProgress stopped = m_progress;
    stopped.state = State::Stopped;
    setProgress(std::move(stopped));
}

void CaptureFilterModel::resume()
{
    if (m_progress.state != State::Stopped && m_progress.state != State::Failed)
        return;
    setProgress({m_isPastDone ? State::Done : State::Searching, m_progress.passed, m_progress.whole, {}});
    if (!m_isPastDone && !m_isPastAsked)
        askPast(true);
    matchNew();
}

void CaptureFilterModel::setProgress(SearchProgress progress)
{
    m_progress = std::move(progress);
    Q_EMIT progressChanged();
}

void CaptureFilterModel::ask(Kind kind, Sequence from, bool isBegun)
{
    SearchQuestion question;
    question.kind = kind;
    question.token = m_token;
    question.isBegun = isBegun;
    question.filter = m_filter;
    question.from = from;
    Q_EMIT asked(question);
}

void CaptureFilterModel::ask(Kind kind, std::vector<Sequence> sequences)
{
    SearchQuestion question;
    question.kind = kind;
    question.token = m_token;
    question.filter = m_filter;
    question.sequences = std::move(sequences);
    Q_EMIT asked(question);
}

void CaptureFilterModel::askPast(bool isBegun)
{
    m_isPastAsked = true;
    ask(Kind::Past, m_pastFrom, isBegun);
}

void CaptureFilterModel::matchNew()
{
    if (!isFiltering() || m_isMatching || lastOfLog() <= m_matchedUpTo)
        return;
    m_isMatching = true;
    m_matchingUpTo = lastOfLog();
    ask(Kind::New, next(m_matchedUpTo));
}

void CaptureFilterModel::supply(const SearchAnswerPtr &answer)
{
    if (answer->token != m_token || !isFiltering())
        return;
    switch (answer->kind) {
    case Kind::Past: {
        add(answer->found, false);
        m_isPastDone = answer->isDone;
        m_isPastAsked = false;
        const State state = answer->isDone ? State::Done : m_progress.state;
        setProgress({state, answer->passed, answer->whole, {}});
        if (state == State::Searching)
            askPast(true);
        break;
    }
    case Kind::New:
        add(answer->found, true);
        if (!answer->found.empty())
            Q_EMIT progressChanged();
        if (!answer->isDone) {
            ask(Kind::New, {}, true);
            break;
        }
        m_matchedUpTo = m_matchingUpTo;
        m_isMatching = false;
        matchNew();
        break;
    case Kind::Judge:
        judged(*answer);
        break;
    case Kind::Read:
        summariesCame(*answer);
        break;
    }
}

void CaptureFilterModel::fail(const QString &message, Kind kind, quint64 token)
{
    if (token != m_token || !isFiltering())
        return;
    if (kind == Kind::Past)
        m_isPastAsked = false;
    if (kind == Kind::New)
        m_isMatching = false;
    if (kind == Kind::Read)
        m_summaries.forgetAsked();
    setProgress({State::Failed, m_progress.passed, m_progress.whole, message});
}

void CaptureFilterModel::add(const std::vector<CaptureSummary> &captures, bool areNew)
{
    std::vector<Sequence> sequences;
    sequences.reserve(captures.size());
    for (const CaptureSummary &capture : captures) {
        // Retention may have taken it since, and what the log does not show yet will be matched when it does.
        if (!isInLog(capture.sequence))
            continue;
        sequences.push_back(capture.sequence);
        // The newest are looked at first: what is found further back must not push them out.
        if (areNew || !m_summaries.isHalfFull())
            m_summaries.keep(capture);
    }
    for (const MatchList::Insertion &insertion : m_matches.insertionsOf(std::move(sequences))) {
        beginInsertRows({}, insertion.row, insertion.row + static_cast<int>(insertion.sequences.size()) - 1);
        m_matches.insert(insertion);
        endInsertRows();
    }
}

void CaptureFilterModel::judged(const SearchAnswer &answer)
{
    QSet<Sequence> passing;
    for (const CaptureSummary &capture : answer.found)
        passing.insert(capture.sequence);
    for (const Sequence sequence : answer.sequences) {
        const int row = m_matches.rowOf(sequence);
        if (row >= 0 && !passing.contains(sequence))
            dropRows(row, 1);
    }
    add(answer.found, true);
    Q_EMIT progressChanged();
}

void CaptureFilterModel::summariesCame(const SearchAnswer &answer)
{
    m_summaries.answered(answer.found);
    for (const CaptureSummary &capture : answer.found)
        emitChanged(capture.sequence);
}

void CaptureFilterModel::emitChanged(Sequence sequence)
{
    if (const int row = m_matches.rowOf(sequence); row >= 0)
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
}

void CaptureFilterModel::dropRows(int row, int count)
{
    beginRemoveRows({}, row, row + count - 1);
    m_matches.remove(row, count);
    endRemoveRows();
}

void CaptureFilterModel::askWanted()
{
    if (std::vector<Sequence> wanted = m_summaries.takeWanted(); isFiltering() && !wanted.empty())
        ask(Kind::Read, std::move(wanted));
}

Sequence CaptureFilterModel::sequenceAt(int row) const
{
    return isFiltering() ? m_matches.sequenceAt(row) : m_log.sequenceAt(row);
}

int CaptureFilterModel::rowOf(Sequence sequence) const
{
    return isFiltering() ? m_matches.rowOf(sequence) : m_log.rowOf(sequence);
}

int CaptureFilterModel::rowUpTo(Sequence sequence) const
{
    return isFiltering() ? m_matches.rowFrom(next(sequence)) - 1 : m_log.rowUpTo(sequence);
}

int CaptureFilterModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return isFiltering() ? m_matches.count() : m_log.rowCount();
}

int CaptureFilterModel::columnCount(const QModelIndex &parent) const
{
    return m_log.columnCount(parent);
}

QVariant CaptureFilterModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_log.headerData(section, orientation, role);
}

QVariant CaptureFilterModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (!isFiltering())
        return m_log.data(m_log.index(index.row(), index.column()), role);
    const bool isShown = role == Qt::DisplayRole;
    const Sequence sequence = sequenceAt(index.row());
    if (role == CaptureLogModel::SequenceRole || (isShown && index.column() == CaptureLogModel::SequenceColumn))
        return sequence.value();
    // Fonts, colours and the like are no reason to read from disk.
    if (!isShown && role < CaptureLogModel::LoadedRole)
        return {};
    const CaptureSummary *capture = m_summaries.find(sequence);
    if (!capture && m_summaries.want(sequence) && !m_readTimer.isActive())
        m_readTimer.start();
    if (role == CaptureLogModel::LoadedRole)
        return capture != nullptr;
    if (!capture)
        return {};
    return isShown ? captureText(*capture, index.column()) : captureValue(*capture, role);
}

} // namespace seatscope
