// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/pipeline/capturepipeline.h"

#include "model/core/logging.h"
#include "model/journal/capturestore.h"
#include "model/pipeline/batchwriter.h"

#include <QCoreApplication>

#include <cstddef>
#include <future>
#include <iterator>
#include <utility>

namespace seatscope {

namespace {

/// How long nothing may come before the age of the captures is looked at.
constexpr std::chrono::milliseconds idleTime(5000);

struct PipelineText {
    Q_DECLARE_TR_FUNCTIONS(seatscope::CapturePipeline)
};

Error goneCaptures(const std::vector<Sequence> &missing)
{
    return {PipelineText::tr("%n capture(s) are no longer in the journal, #%1 for one", nullptr,
                             static_cast<int>(missing.size()))
                .arg(missing.front().value()),
            {},
            {}};
}

} // namespace

CapturePipeline::CapturePipeline(AnswerSink &answers, BatchSink &batches, QueueLimits limits)
    : m_answers(answers),
      m_batches(batches),
      m_queue(limits)
{
}

CapturePipeline::~CapturePipeline()
{
    stop();
}

Result<RoomBook> CapturePipeline::start(Opener open)
{
    // SQLite connections of Qt belong to the thread that opened them, so the writer thread opens its own.
    std::promise<Result<RoomBook>> opened;
    std::future<Result<RoomBook>> outcome = opened.get_future();
    m_thread = std::thread([this, open = std::move(open), opened = std::move(opened)]() mutable {
        Result<OpenJournal> journal = open();
        if (!journal) {
            opened.set_value(tl::unexpected<Error>(journal.error()));
            return;
        }
        {
            const std::scoped_lock lock(m_wishesMutex);
            m_takesAdditions = true;
        }
        opened.set_value(journal->rooms);
        run(std::move(*journal));
    });
    return outcome.get();
}

void CapturePipeline::stop()
{
    std::vector<Addition> dropped;
    {
        const std::scoped_lock lock(m_wishesMutex);
        m_takesAdditions = false;
        dropped.swap(m_additions);
    }
    dropped.clear();
    m_queue.close();
    if (m_thread.joinable())
        m_thread.join();
}

void CapturePipeline::run(OpenJournal journal)
{
    CaptureStore &store = *journal.store;
    BatchWriter writer(store, std::move(journal.rooms), {m_batches.wantsActivities(), journal.keepsReplaysOut});
    bool hasMore = true; // the limits may be lower than they were
    for (;;) {
        auto requests = m_queue.takeWithin(hasMore ? std::chrono::milliseconds(0) : idleTime);
        if (requests && !requests->empty())
            writeInParts(writer, std::move(*requests), mostCapturesAtOnce(store.limits()));
        applyChoices(writer);
        applyMarkings(writer);
        applySent(writer);
        applyAdditions(writer);
        if (!requests)
            return;
        writer.keepSnapshot();
        hasMore = retain(writer);
    }
}

void CapturePipeline::writeInParts(BatchWriter &writer, std::vector<PendingRequest> requests, qint64 most)
{
    const auto part = static_cast<std::ptrdiff_t>(most);
    auto from = requests.begin();
    for (; requests.end() - from > part; from += part) {
        write(writer, {std::make_move_iterator(from), std::make_move_iterator(from + part)});
        writer.keepSnapshot();
    }
    if (from == requests.begin())
        write(writer, requests);
    else
        write(writer, {std::make_move_iterator(from), std::make_move_iterator(requests.end())});
}

void CapturePipeline::write(BatchWriter &writer, const std::vector<PendingRequest> &requests)
{
    WrittenBatch written = writer.write(requests);
    const auto count = static_cast<qint64>(written.answers.size());
    m_answers.deliver(std::move(written.answers));
    if (written.batch)
        m_batches.published(written.batch);
    else
        m_batches.writeFailed(written.error, count);
}

void CapturePipeline::choose(const ReadingChoice &choice)
{
    {
        const std::scoped_lock lock(m_wishesMutex);
        std::erase_if(m_choices, [&choice](const ReadingChoice &waiting) { return waiting.scope == choice.scope; });
        m_choices.push_back(choice);
    }
    m_queue.wake();
}

void CapturePipeline::applyChoices(BatchWriter &writer)
{
    std::vector<ReadingChoice> choices;
    {
        const std::scoped_lock lock(m_wishesMutex);
        choices.swap(m_choices);
    }
    if (choices.empty())
        return;
    if (const Result<BatchPtr> changed = writer.choose(choices))
        m_batches.published(*changed);
    else
        m_batches.choiceFailed(changed.error());
}

void CapturePipeline::mark(Marking marking)
{
    {
        const std::scoped_lock lock(m_wishesMutex);
        m_markings.push_back(std::move(marking));
    }
    m_queue.wake();
}

void CapturePipeline::applyMarkings(BatchWriter &writer)
{
    std::vector<Marking> markings;
    {
        const std::scoped_lock lock(m_wishesMutex);
        markings.swap(m_markings);
    }
    for (const Marking &marking : markings) {
        const Result<WrittenMarking> written = writer.mark(marking);
        if (!written) {
            m_batches.markingFailed(written.error());
            continue;
        }
        if (written->batch)
            m_batches.published(written->batch);
        if (!written->missing.empty())
            m_batches.markingFailed(goneCaptures(written->missing));
    }
}

void CapturePipeline::keepSent(SentRequest sent)
{
    {
        const std::scoped_lock lock(m_wishesMutex);
        m_sent.push_back(std::move(sent));
    }
    m_queue.wake();
}

void CapturePipeline::applySent(BatchWriter &writer)
{
    std::vector<SentRequest> waiting;
    {
        const std::scoped_lock lock(m_wishesMutex);
        waiting.swap(m_sent);
    }
    for (const SentRequest &sent : waiting) {
        if (const Result<BatchPtr> kept = writer.keepSent(sent))
            m_batches.published(*kept);
        else
            m_batches.keepingFailed(kept.error());
    }
}

bool CapturePipeline::add(Addition addition)
{
    {
        const std::scoped_lock lock(m_wishesMutex);
        if (!m_takesAdditions)
            return false;
        m_additions.push_back(std::move(addition));
    }
    m_queue.wake();
    return true;
}

void CapturePipeline::applyAdditions(BatchWriter &writer)
{
    Addition addition;
    {
        // One at a time: what waits in the queue comes first.
        const std::scoped_lock lock(m_wishesMutex);
        if (m_additions.empty())
            return;
        addition = std::move(m_additions.front());
        m_additions.erase(m_additions.begin());
        if (!m_additions.empty())
            m_queue.wake();
    }
    if (const BatchPtr batch = writer.add(addition))
        m_batches.published(batch);
}

bool CapturePipeline::retain(BatchWriter &writer)
{
    if (!m_batches.takesRemovals())
        return false;
    Result<Retained> retained = writer.makeRoom(m_clock.wallTime());
    if (!retained) {
        // Nothing is lost but space; it is tried again when the limits are looked at next.
        qCDebug(journalLog) << "retention:" << retained.error().message();
        return false;
    }
    if (!retained->holdings)
        return retained->hasMore;
    auto batch = std::make_shared<Batch>();
    batch->removal = std::move(retained->removal);
    batch->holdings = retained->holdings;
    batch->bookmarksExceed = retained->bookmarksExceed;
    m_batches.published(batch);
    return retained->hasMore;
}

} // namespace seatscope
