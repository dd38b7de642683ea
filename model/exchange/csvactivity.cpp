// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/csvactivity.h"

#include "model/activity/activitylines.h"
#include "model/exchange/redactor.h"
#include "model/history/activityhistory.h"

#include <deque>

namespace seatscope {

namespace {

/// Bytes of rows that are written at once.
constexpr qsizetype chunkBytes = qsizetype{64} * 1024;

/// Which sequences are meant, asked for in ascending order: looks ahead by a step at most.
class MeantSequences {
public:
    explicit MeantSequences(CaptureStream stream) : m_stream(std::move(stream)) {}

    [[nodiscard]] Result<bool> has(Sequence sequence)
    {
        for (;;) {
            while (!m_ahead.empty() && m_ahead.front() < sequence)
                m_ahead.pop_front();
            if (!m_ahead.empty())
                return m_ahead.front() == sequence;
            if (!m_hasMore)
                return false;
            Result<bool> more = m_stream.step([this](const Capture &capture) {
                m_ahead.push_back(capture.summary.sequence);
                return true;
            });
            if (!more)
                return more;
            m_hasMore = *more;
        }
    }
    [[nodiscard]] qint64 passed() const { return m_stream.passed(); }
    [[nodiscard]] qint64 whole() const { return m_stream.whole(); }

private:
    CaptureStream m_stream;
    std::deque<Sequence> m_ahead;
    bool m_hasMore = true;
};

/// Writes the rows of those callbacks that are meant.
class ActivityRows {
public:
    ActivityRows(MeantSequences meant, Redactor *redactor, const ExportSink &sink, const ExportWatch &watch)
        : m_meant(std::move(meant)),
          m_redactor(redactor),
          m_sink(sink),
          m_watch(watch),
          m_rows(activityCsvTitle())
    {
    }

    /// Returns whether to go on.
    [[nodiscard]] bool add(const std::vector<Activity> &activities)
    {
        if (m_watch.wantsNoMore())
            return false;
        if (activities.empty())
            return true;
        const Result<bool> isMeant = m_meant.has(activities.front().sequence);
        if (!isMeant)
            m_result = tl::unexpected<Error>(isMeant.error());
        else if (*isMeant)
            write(activities);
        return m_result.has_value();
    }
    [[nodiscard]] Result<ExportOutcome> finish()
    {
        if (m_result && !m_watch.wantsNoMore())
            flush();
        if (!m_result)
            return tl::unexpected<Error>(m_result.error());
        return ExportOutcome{m_count, m_bytes, m_watch.wantsNoMore()};
    }

private:
    void write(const std::vector<Activity> &activities)
    {
        for (const Activity &activity : activities)
            m_rows += activityCsvLine(m_redactor ? m_redactor->redacted(activity) : activity);
        m_count += std::ssize(activities);
        if (m_rows.size() >= chunkBytes)
            flush();
    }
    void flush()
    {
        m_result = m_sink(m_rows);
        m_bytes += m_rows.size();
        m_rows.clear();
        const qint64 before = m_redactor ? 1 : 0;
        if (m_watch.progress)
            m_watch.progress({before * m_meant.whole() + m_meant.passed(), (before + 1) * m_meant.whole(), m_count});
    }

    MeantSequences m_meant;
    Redactor *m_redactor;
    const ExportSink &m_sink;
    const ExportWatch &m_watch;
    QByteArray m_rows;
    Result<void> m_result;
    qint64 m_count = 0;
    qint64 m_bytes = 0;
};

} // namespace

Result<ExportOutcome> exportActivities(const JournalReader &journal, const CaptureChoice &choice, Redactor *redactor,
                                       const ExportSink &sink, const ExportWatch &watch)
{
    Result<CaptureStream> stream = CaptureStream::begin(journal, choice);
    if (!stream)
        return tl::unexpected<Error>(stream.error());
    const Sequence last = stream->last();
    if (redactor) {
        const Result<bool> learnt = learnAll(journal, choice, last, *redactor, watch);
        if (!learnt)
            return tl::unexpected<Error>(learnt.error());
    }
    const Result<ActivityHistory> history = ActivityHistory::open(journal);
    if (!history)
        return tl::unexpected<Error>(history.error());
    ActivityRows rows(MeantSequences(std::move(*stream)), redactor, sink, watch);
    const Result<void> visited =
        history->visitAll(last, {}, [&rows](const std::vector<Activity> &activities) { return rows.add(activities); });
    if (!visited)
        return tl::unexpected<Error>(visited.error());
    return rows.finish();
}

} // namespace seatscope
