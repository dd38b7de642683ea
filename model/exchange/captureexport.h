// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exchange/captureformat.h"
#include "model/exchange/capturestream.h"

#include <atomic>

namespace seatscope {

class Redactor;

/// How far an export is.
struct ExportProgress {
    qint64 passed = 0; ///< of whole, in sequences; a redaction goes over them twice
    qint64 whole = 0;
    qint64 captures = 0; ///< written so far, or rows of activities
};

/// Who watches an export, in its thread.
struct ExportWatch {
    std::function<void(const ExportProgress &)> progress; ///< called after each step of bounded work; may be empty
    const std::atomic<bool> *isCancelled = nullptr;       ///< looked at between captures; may be null
    [[nodiscard]] bool wantsNoMore() const { return isCancelled && *isCancelled; }
};

/// What came of an export.
struct ExportOutcome {
    qint64 captures = 0; ///< or rows of activities
    qint64 bytes = 0;
    bool isCancelled = false; ///< then no file was written, and none was changed
};

/// Where the bytes go, called from one thread at a time. An Error ends the export.
using ExportSink = std::function<Result<void>(const QByteArray &bytes)>;
/// Makes the bytes and gives them to \a sink.
using ExportRun = std::function<Result<ExportOutcome>(const ExportSink &sink)>;

/// Writes the captures of \a journal that \a choice means through \a format to \a sink, in memory that does not grow
/// with them. The captures that are there at the start count. With a \a redactor, what is to be replaced is collected
/// first, in a pass of its own. Call it in the reader's thread; format, redactor and sink work in another one
/// meanwhile, and have ended when it returns. It takes as long as it takes.
[[nodiscard]] Result<ExportOutcome> exportCaptures(const JournalReader &journal, const CaptureChoice &choice,
                                                   CaptureFormat &format, Redactor *redactor, const ExportSink &sink,
                                                   const ExportWatch &watch = {});

/// Lets \a redactor see what is to be exported: true, or false when the watcher wanted no more. \a last is what
/// CaptureStream::last() has been.
[[nodiscard]] Result<bool> learnAll(const JournalReader &journal, const CaptureChoice &choice, Sequence last,
                                    Redactor &redactor, const ExportWatch &watch);

/// Runs \a run into the file \a target: all of it or nothing. It is written beside, synced and renamed, so what was
/// there stays until then; what is no regular file (a device, a pipe) is written to directly. Errors name the file.
[[nodiscard]] Result<ExportOutcome> exportToFile(const QString &target, const ExportRun &run);

} // namespace seatscope
