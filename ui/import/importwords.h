// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/session/captureimportjob.h"

#include <QCoreApplication>

namespace seatscope {

/// What is said of an import.
class ImportWords {
    Q_DECLARE_TR_FUNCTIONS(seatscope::ImportWords)

public:
    /// "a.jsonl", or "3 files".
    [[nodiscard]] static QString files(const QStringList &paths);
    /// "Importing a.jsonl: 40 %, 1,234 captures read".
    [[nodiscard]] static QString progress(const CaptureImportProgress &progress, const QStringList &paths);
    /// 0 to 100.
    [[nodiscard]] static int percent(const ImportProgress &progress);
    /// How many captures are where now, and what is wrong with that; that it was cancelled.
    [[nodiscard]] static QString outcome(const CaptureImportReport &report);
    /// The filter that lets pass what was imported; empty when nothing was.
    [[nodiscard]] static QString filter(const ImportReport &report);

private:
    [[nodiscard]] static QString imported(const CaptureImportReport &report);
};

} // namespace seatscope
