// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/clock.h"
#include "model/core/result.h"
#include "model/pipeline/batch.h"
#include "model/pipeline/pendingrequest.h"
#include "model/pipeline/requestqueue.h"
#include "model/pipeline/sentrequest.h"
#include "model/room/roombook.h"

#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace seatscope {

class BatchWriter;
class CaptureStore;
class RoomArrivals;

/// Hears of what was written. Called in the writer thread; must return at once.
class BatchSink {
public:
    BatchSink() = default;
    BatchSink(const BatchSink &) = delete;
    BatchSink &operator=(const BatchSink &) = delete;
    virtual ~BatchSink() = default;
    /// \a batch is on disk, and what it says is removed is gone.
    virtual void published(const BatchPtr &batch) = 0;
    /// \a requests requests were answered 503 because of \a error; nothing of them is on disk.
    virtual void writeFailed(const Error &error, qint64 requests) = 0;
    /// How lists are read could not be changed, and is as it was.
    virtual void choiceFailed(const Error &error) { Q_UNUSED(error) }
    /// Captures could not be marked as was wanted.
    virtual void markingFailed(const Error &error) { Q_UNUSED(error) }
    /// What was sent from here could not be kept.
    virtual void keepingFailed(const Error &error) { Q_UNUSED(error) }
    /// Whether it can hear of removals now; while it cannot, retention waits.
    [[nodiscard]] virtual bool takesRemovals() { return true; }
    /// Whether batches are to tell activities. Asked once, before the first batch.
    [[nodiscard]] virtual bool wantsActivities() const { return false; }
};

/// What the writer thread works on: a store and the rooms that it holds. Made in that thread.
struct OpenJournal {
    std::unique_ptr<CaptureStore> store;
    RoomBook rooms;
    bool keepsReplaysOut = false; ///< replayed callbacks are captured, and change no room
};

/// The writer thread: takes all that waits, writes it in one transaction, answers and publishes (group commit).
class CapturePipeline {
public:
    using Opener = std::function<Result<OpenJournal>()>;
    /// Adds captures to the journal by itself, in a transaction of its own, and brings the rooms up to them. Returns
    /// what is to be published; null when nothing was added. Requests wait for it, so it must end well within the time
    /// that a sender waits for its answer.
    using Addition = std::function<BatchPtr(RoomArrivals &rooms)>;

    /// The sinks must outlive the pipeline's run.
    CapturePipeline(AnswerSink &answers, BatchSink &batches, QueueLimits limits = {});
    ~CapturePipeline();
    CapturePipeline(const CapturePipeline &) = delete;
    CapturePipeline &operator=(const CapturePipeline &) = delete;

    /// Starts the thread, calls \a open in it and waits until that is done. Errors: those of \a open.
    /// On success: the rooms that the journal holds.
    [[nodiscard]] Result<RoomBook> start(Opener open);
    /// Adds a request that waits to be written; false when too much waits already. Any thread.
    [[nodiscard]] bool offer(PendingRequest &&request) { return m_queue.offer(std::move(request)); }
    /// Has the lists read so, as soon as the batch is written that is being written; published() or choiceFailed()
    /// follows. Any thread.
    void choose(const ReadingChoice &choice);
    /// Marks captures as soon as the batch is written that is being written; published(), markingFailed() or both
    /// follow. Any thread.
    void mark(Marking marking);
    /// Keeps what was sent from here, as soon as the batch is written that is being written; published() or
    /// keepingFailed() follows. Any thread.
    void keepSent(SentRequest sent);
    /// Has \a addition called in the writer thread as soon as the batch is written that is being written. False: the
    /// pipeline does not run; \a addition will not be called. Is it stopped before its turn comes, the addition is
    /// destroyed without having been called. Any thread.
    [[nodiscard]] bool add(Addition addition);
    /// Lets nothing more in, writes and answers what waits, and ends the thread.
    void stop();

private:
    void run(OpenJournal journal);
    /// Writes, answers and publishes \a requests.
    void write(BatchWriter &writer, const std::vector<PendingRequest> &requests);
    /// The same with no more than \a most at once, and a snapshot after each part that is due.
    void writeInParts(BatchWriter &writer, std::vector<PendingRequest> requests, qint64 most);
    void applyChoices(BatchWriter &writer);
    void applyMarkings(BatchWriter &writer);
    void applySent(BatchWriter &writer);
    void applyAdditions(BatchWriter &writer);
    /// One step of retention; returns whether the next one is due at once.
    [[nodiscard]] bool retain(BatchWriter &writer);

    AnswerSink &m_answers;
    BatchSink &m_batches;
    RequestQueue m_queue;
    SystemClock m_clock;
    std::thread m_thread;
    std::mutex m_wishesMutex;
    std::vector<ReadingChoice> m_choices; ///< that wait, one a scope
    std::vector<Marking> m_markings;      ///< that wait
    std::vector<SentRequest> m_sent;      ///< that wait
    std::vector<Addition> m_additions;    ///< that wait
    bool m_takesAdditions = false;
};

} // namespace seatscope
