// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exchange/batchqueue.h"
#include "model/exchange/captureexport.h"
#include "model/exchange/rowbatch.h"

#include <memory>

class QThread;

namespace seatscope {

/// Makes bytes of captures and hands them to a sink in a thread of its own, while the next ones are read: the order
/// stays, and no more than some batches wait. Use from one thread; its end waits for the other.
class FormatThread {
public:
    /// \a redactor and \a isCancelled may be null; all must live longer, and rest until finish() has returned.
    FormatThread(CaptureFormat &format, Redactor *redactor, const ExportSink &sink,
                 const std::atomic<bool> *isCancelled);
    ~FormatThread();
    FormatThread(const FormatThread &) = delete;
    FormatThread &operator=(const FormatThread &) = delete;

    /// Waits while there is too much. False when no more is wanted: the sink failed, or it was cancelled.
    [[nodiscard]] bool add(const CaptureRow &row);
    /// What came of it, when all is written.
    [[nodiscard]] Result<ExportOutcome> finish();
    /// How many were written so far.
    [[nodiscard]] qint64 captures() const { return m_captures; }

private:
    [[nodiscard]] bool wantsNoMore() const { return m_hasFailed || (m_isCancelled && *m_isCancelled); }
    void end();
    // In the thread.
    void run();
    void writeRow(const CaptureRow &row);
    void flush();

    CaptureFormat &m_format;
    Redactor *m_redactor;
    const ExportSink &m_sink;
    const std::atomic<bool> *m_isCancelled;

    RowBatch m_batch; ///< that is being filled
    BatchQueue<RowBatch> m_queue;

    std::atomic<bool> m_hasFailed = false;
    std::atomic<qint64> m_captures = 0;
    // Of the thread until it has ended.
    QByteArray m_chunk;
    qint64 m_bytes = 0;
    Result<void> m_result;

    std::unique_ptr<QThread> m_thread;
};

} // namespace seatscope
