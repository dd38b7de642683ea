// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/optionreader.h"
#include "model/exchange/importsources.h"

namespace seatscope {

struct ImportOptions {
    QString journal;
    QStringList inputs;
    const ImportFormat *format = nullptr; ///< null: found out for each
    bool mends = false;                   ///< samples are imported as they were mended, without asking
    bool json = false;
};

[[nodiscard]] Parsed<ImportOptions> parseImport(const QStringList &arguments);

/// Brings captures of files into a journal, which is made if there is none: all that can be read in one transaction, or
/// nothing when it fails or is interrupted.
[[nodiscard]] ExitCode runImport(const ImportOptions &options);

} // namespace seatscope
