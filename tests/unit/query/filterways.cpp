// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/unit/query/filterways.h"

#include <algorithm>

namespace seatscope::test {

namespace {

constexpr SequenceRange everything{Sequence(0), Sequence(std::numeric_limits<qint64>::max())};
const QList<qint64> failed{-1};

} // namespace

QList<qint64> byFilter(const JournalReader &reader, const Filter &filter)
{
    QList<qint64> found;
    CaptureSelection all;
    all.range = everything;
    all.withHead = true;
    all.withBody = true;
    const Result<void> read = reader.visitSelected(all, [&](Capture capture) {
        if (!filter.needs().head)
            capture.head = "X: not needed";
        if (!filter.needs().body)
            capture.body = "not needed";
        if (filter.matches(capture))
            found += capture.summary.sequence.value();
        return true;
    });
    return read ? found : failed;
}

QList<qint64> byScan(const JournalReader &reader, const Filter &filter, ReadingOrder order, const ScanBudget &budget)
{
    QList<qint64> found;
    Result<FilterScan> scan = FilterScan::begin(reader, filter, order);
    bool isDone = false;
    while (scan && !isDone) {
        const Result<ScanStep> step = scan->step(budget);
        if (!step)
            return failed;
        for (const CaptureSummary &summary : step->found)
            found += summary.sequence.value();
        isDone = step->isDone;
    }
    if (order == ReadingOrder::NewestFirst)
        std::ranges::reverse(found);
    return scan ? found : failed;
}

QList<qint64> bySql(const JournalReader &reader, const CompiledFilter &compiled)
{
    QList<qint64> found;
    CaptureSelection selection;
    selection.range = everything;
    selection.condition = compiled.condition;
    selection.values = compiled.values;
    selection.usesContent = compiled.usesContent;
    const Result<void> read = reader.visitSelected(selection, [&found](const Capture &capture) {
        found += capture.summary.sequence.value();
        return true;
    });
    return read ? found : failed;
}

QList<qint64> sequences(const QString &text)
{
    QList<qint64> list;
    for (const QString &part : text.split(u',', Qt::SkipEmptyParts)) {
        const qsizetype dash = part.indexOf(u'-');
        const qint64 first = (dash < 0 ? part : part.first(dash)).toLongLong();
        const qint64 last = dash < 0 ? first : part.sliced(dash + 1).toLongLong();
        for (qint64 sequence = first; sequence <= last; ++sequence)
            list += sequence;
    }
    return list;
}

} // namespace seatscope::test
