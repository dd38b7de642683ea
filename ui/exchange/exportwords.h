// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/session/captureexportjob.h"

#include <QCoreApplication>

namespace seatscope {

/// What is said of an export.
class ExportWords {
    Q_DECLARE_TR_FUNCTIONS(seatscope::ExportWords)

public:
    /// "Exporting to a.jsonl: 40 %, 1,234 captures written".
    [[nodiscard]] static QString progress(const ExportProgress &progress, const CaptureExportOptions &options);
    /// 0 to 100.
    [[nodiscard]] static int percent(const ExportProgress &progress);
    /// How much of what is where now, and what was replaced in it; that it was cancelled.
    [[nodiscard]] static QString outcome(const CaptureExportReport &report, const QString &target);

private:
    [[nodiscard]] static QString written(const CaptureExportReport &report, const QString &target);
    [[nodiscard]] static QString redacted(const CaptureExportReport &report);
};

} // namespace seatscope
