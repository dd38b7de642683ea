// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/tables/capturelogmodel.h"

#include "model/pipeline/importedcaptures.h"
#include "model/tables/capturevalues.h"
#include "model/tables/changedrows.h"

#include <algorithm>
#include <limits>

namespace seatscope {

CaptureLogModel::CaptureLogModel(QObject *parent) : QAbstractTableModel(parent), m_requestTimer(this)
{
    m_requestTimer.setSingleShot(true);
    m_requestTimer.setInterval(0);
    connect(&m_requestTimer, &QTimer::timeout, this, &CaptureLogModel::sendRequests);
}

void CaptureLogModel::appendRanges(const std::vector<SequenceRange> &ranges, Sequence last)
{
    KeptSequences::Rows added{m_kept.count(), 0};
    for (const SequenceRange &range : ranges) {
        if (range.first > m_kept.last() && range.first <= range.last)
            added.count += range.last.value() - range.first.value() + 1;
    }
    if (added.count > 0 && added.first + added.count <= std::numeric_limits<int>::max()) {
        beginInsertRows({}, static_cast<int>(added.first), static_cast<int>(added.first + added.count - 1));
        for (const SequenceRange &range : ranges)
            m_kept.append(range);
        endInsertRows();
    }
    m_kept.skipTo(last);
}

void CaptureLogModel::setLastSequence(Sequence last)
{
    appendRanges({{next(m_kept.last()), last}}, last);
}

void CaptureLogModel::add(Sequence last, const std::vector<SequenceRange> &skipped)
{
    appendRanges(unskipped({next(m_kept.last()), last}, skipped), last);
}

void CaptureLogModel::remove(const std::vector<SequenceRange> &ranges)
{
    for (const SequenceRange &range : ranges) {
        const KeptSequences::Rows rows = m_kept.rowsOf(range);
        if (rows.count == 0)
            continue;
        beginRemoveRows({}, static_cast<int>(rows.first), static_cast<int>(rows.first + rows.count - 1));
        m_kept.remove(range);
        endRemoveRows();
    }
}

void CaptureLogModel::mark(const std::vector<Marking> &markings)
{
    for (const Marking &marking : markings) {
        for (const Sequence sequence : marking.sequences) {
            const auto page = m_pages.find(pageOf(sequence));
            const int row = rowOf(sequence);
            if (page == m_pages.end() || row < 0)
                continue;
            applyMarks(marking.marks, page->second.captures[placeOf(sequence)]);
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
    }
    if (!m_unanswered.empty())
        m_newMarkings.insert(m_newMarkings.end(), markings.begin(), markings.end());
    if (!markings.empty())
        Q_EMIT marked(markings);
}

void CaptureLogModel::append(const std::vector<CaptureSummary> &captures)
{
    const Sequence before = m_kept.last();
    ChangedRows changed;
    // Older pages would only be pushed out again by the rest of the same burst.
    const size_t bound = static_cast<size_t>(pageSize) * (maxPages - 1);
    for (size_t i = captures.size() > bound ? captures.size() - bound : 0; i < captures.size(); ++i) {
        if (keep(captures[i]) && captures[i].sequence <= before)
            changed.add(rowOf(captures[i].sequence), {});
    }
    for (const ChangedRows::Range &range : changed.ranges())
        Q_EMIT dataChanged(index(range.first, 0), index(range.last, ColumnCount - 1));
    if (!captures.empty())
        setLastSequence(captures.back().sequence);
}

void CaptureLogModel::supplyPage(Sequence first, const std::vector<CaptureSummary> &captures)
{
    const qint64 number = pageOf(first);
    const auto request = m_unanswered.find(number);
    if (first.value() != number * pageSize + 1 || request == m_unanswered.end())
        return;
    const int asked = request->second;
    m_unanswered.erase(request);
    Page &page = touchedPage(number);
    page.answered = std::max(page.answered, asked);
    ChangedRows changed;
    for (const CaptureSummary &capture : captures) {
        if (pageOf(capture.sequence) == number && rowOf(capture.sequence) >= 0 && keep(capture))
            changed.add(rowOf(capture.sequence), {});
    }
    for (const Marking &marking : m_newMarkings) {
        for (const Sequence sequence : marking.sequences) {
            if (pageOf(sequence) == number)
                applyMarks(marking.marks, page.captures[placeOf(sequence)]);
        }
    }
    if (m_unanswered.empty())
        m_newMarkings.clear();
    for (const ChangedRows::Range &range : changed.ranges())
        Q_EMIT dataChanged(index(range.first, 0), index(range.last, ColumnCount - 1));
    sendRequests();
}

void CaptureLogModel::pageFailed(Sequence first)
{
    if (first.value() > 0 && m_unanswered.erase(pageOf(first)) > 0)
        sendRequests();
}

Sequence CaptureLogModel::sequenceAt(int row) const
{
    return m_kept.sequenceAt(row);
}

int CaptureLogModel::rowOf(Sequence sequence) const
{
    return static_cast<int>(m_kept.rowOf(sequence));
}

int CaptureLogModel::rowUpTo(Sequence sequence) const
{
    return static_cast<int>(m_kept.rowsOf({Sequence(1), std::min(sequence, m_kept.last())}).count) - 1;
}

Sequence CaptureLogModel::nearest(Sequence wanted) const
{
    const int row = rowUpTo(wanted);
    if (row >= 0)
        return sequenceAt(row);
    const Sequence oldest = sequenceAt(0);
    return oldest > Sequence(1) ? oldest : Sequence(0);
}

int CaptureLogModel::loadedPages() const
{
    return static_cast<int>(m_pages.size());
}

CaptureLogModel::Page &CaptureLogModel::touchedPage(qint64 number)
{
    const auto [it, isNew] = m_pages.try_emplace(number);
    Page &page = it->second;
    if (!isNew) {
        m_usage.splice(m_usage.begin(), m_usage, page.usage);
        return page;
    }
    page.captures.resize(pageSize);
    page.usage = m_usage.insert(m_usage.begin(), number);
    if (m_pages.size() > maxPages) {
        m_pages.erase(m_usage.back());
        m_usage.pop_back();
    }
    return page;
}

bool CaptureLogModel::keep(const CaptureSummary &capture)
{
    const bool isNew = capture.sequence > m_kept.last();
    if (!isNew && rowOf(capture.sequence) < 0)
        return false;
    CaptureSummary &place = touchedPage(pageOf(capture.sequence)).captures[placeOf(capture.sequence)];
    const bool isFree = place.sequence == Sequence();
    if (isFree)
        place = capture;
    return isFree;
}

const CaptureSummary *CaptureLogModel::loaded(int row) const
{
    const Sequence sequence = sequenceAt(row);
    const auto page = m_pages.find(pageOf(sequence));
    if (page == m_pages.end())
        return nullptr;
    m_usage.splice(m_usage.begin(), m_usage, page->second.usage);
    const CaptureSummary &place = page->second.captures[placeOf(sequence)];
    return place.sequence == Sequence() ? nullptr : &place;
}

void CaptureLogModel::want(int row) const
{
    const Sequence sequence = sequenceAt(row);
    const qint64 number = pageOf(sequence);
    const auto page = m_pages.find(number);
    const bool known = page != m_pages.end() && static_cast<int>(placeOf(sequence)) < page->second.answered;
    if (known || m_unanswered.contains(number))
        return;
    if (!m_wanted.empty() && m_wanted.front() == number)
        return;
    std::erase(m_wanted, number);
    m_wanted.push_front(number);
    // Someone who scrolls far only needs where the scrolling ended.
    if (m_wanted.size() > maxPages)
        m_wanted.pop_back();
    if (!m_requestTimer.isActive())
        m_requestTimer.start();
}

void CaptureLogModel::sendRequests()
{
    while (!m_wanted.empty() && m_unanswered.size() < maxRequests) {
        const qint64 number = m_wanted.front();
        m_wanted.pop_front();
        const qint64 first = number * pageSize + 1;
        const int count = static_cast<int>(std::min<qint64>(pageSize, m_kept.last().value() - first + 1));
        m_unanswered.emplace(number, count);
        Q_EMIT pageWanted(Sequence(first), count);
    }
}

int CaptureLogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_kept.count());
}

int CaptureLogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CaptureLogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool isShown = role == Qt::DisplayRole;
    if (role == SequenceRole || (isShown && index.column() == SequenceColumn))
        return sequenceAt(index.row()).value();
    // Fonts, colours and the like are no reason to read from disk.
    if (!isShown && role < LoadedRole)
        return {};
    const CaptureSummary *capture = loaded(index.row());
    if (!capture)
        want(index.row());
    if (role == LoadedRole)
        return capture != nullptr;
    if (!capture)
        return {};
    return isShown ? captureText(*capture, index.column()) : captureValue(*capture, role);
}

QVariant CaptureLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SequenceColumn:
        return tr("#");
    case TimeColumn:
        return tr("Time");
    case DelayColumn:
        return tr("Delay");
    case CommandColumn:
        return tr("Command");
    case RoomColumn:
        return tr("Room");
    case OperatorColumn:
        return tr("Operator");
    case VerdictColumn:
        return tr("Verdict");
    case FlagsColumn:
        return tr("Flags");
    case StatusColumn:
        return tr("Status");
    case SizeColumn:
        return tr("Size");
    case NoteColumn:
        return tr("Note");
    default:
        return {};
    }
}

} // namespace seatscope
