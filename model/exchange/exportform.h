// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exchange/captureexport.h"
#include "model/exchange/exportformats.h"

namespace seatscope {

/// What the rows of a table are.
enum class ExportTable : quint8 {
    Captures,
    Seats,    ///< a row for each seat and member that a callback lists
    Activity, ///< what the callbacks changed in their rooms
};

/// Whether \a format is a table, which can be one of any ExportTable.
[[nodiscard]] bool hasTables(const ExportFormat &format);

/// As what to export.
struct ExportForm {
    const ExportFormat *format = nullptr; ///< one of exportFormats(), never null
    ExportTable table = ExportTable::Captures;
};

/// exportCaptures() or exportActivities(), whichever \a form asks for.
[[nodiscard]] Result<ExportOutcome> exportInForm(const JournalReader &journal, const CaptureChoice &choice,
                                                 const ExportForm &form, Redactor *redactor, const ExportSink &sink,
                                                 const ExportWatch &watch);

/// Error: what would be written to the file \a target would replace \a journal, or what SQLite keeps beside it.
[[nodiscard]] Result<void> refuseJournal(const QString &target, const QString &journal);

/// \a capture alone in \a format, as the text of a file. Error: the format has bytes in it that are no text. Pure; any
/// thread.
[[nodiscard]] Result<QString> captureAsText(const Capture &capture, const ExportFormat &format);

} // namespace seatscope
