// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/optionreader.h"
#include "model/exchange/exportform.h"

namespace seatscope {

struct ExportOptions {
    QString journal;
    QString format; ///< the name of an ExportFormat
    ExportTable table = ExportTable::Captures;
    CaptureChoice choice;
    bool redact = false;
    QString output; ///< empty: standard output
};

/// \a arguments has the program's name first and the command removed.
[[nodiscard]] Parsed<ExportOptions> parseExport(const QStringList &arguments);

/// `seatscope export`: captures of a journal in another format. SIGINT and SIGTERM end it without a file.
[[nodiscard]] ExitCode runExport(const ExportOptions &options);

} // namespace seatscope
