// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/clock.h"
#include "model/exchange/batchqueue.h"
#include "model/exchange/importedcapture.h"
#include "model/exchange/rowbatch.h"

#include <atomic>
#include <memory>
#include <vector>

class QThread;

namespace seatscope {

/// Some of what a source brings, in its order.
struct ImportBatch {
    /// A row, or why there is none.
    struct Item {
        std::optional<ImportProblem> problem;
        qint64 position = 0; ///< of the source behind it, bytes
    };

    RowBatch rows; ///< as of PreparedCapture: the numbers are the file's, 0 where it has none
    std::vector<Item> items;

    void clear();
};

/// Reads a source and prepares its captures in a thread of its own, while those before them are written. No more than
/// some batches are held. Use from one thread; its end waits for the other.
class ImportAhead {
public:
    /// Both must live longer, and the source is not to be used meanwhile.
    ImportAhead(CaptureSource &source, const Clock &clock);
    ~ImportAhead();
    ImportAhead(const ImportAhead &) = delete;
    ImportAhead &operator=(const ImportAhead &) = delete;

    /// Waits for what comes next; nothing at the end. The source's Error once all before it has been taken.
    [[nodiscard]] Result<std::optional<ImportBatch>> next();
    /// \a batch is not needed any more.
    void giveBack(ImportBatch batch);

private:
    void run();
    /// Fills \a batch; false at the end of the source.
    [[nodiscard]] Result<bool> fill(ImportBatch &batch);

    CaptureSource &m_source;
    const Clock &m_clock;
    BatchQueue<ImportBatch> m_queue;
    std::atomic<bool> m_isStopped = false;
    Result<void> m_result; ///< of the thread until the queue has ended
    std::unique_ptr<QThread> m_thread;
};

} // namespace seatscope
