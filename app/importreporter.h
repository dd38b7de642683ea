// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exchange/captureimport.h"

#include <QElapsedTimer>

namespace seatscope {

/// Tells a person how an import goes, and, where wanted, a script on standard output: an object in a line for each
/// thing that could not be read, and one at the end. Holds on to none of them.
class ImportReporter final : public ImportObserver {
public:
    /// Problems that are told in words; the others are counted.
    static constexpr qint64 mostWords = 20;

    /// Stops the import once \a interrupter is readable (−1: never).
    ImportReporter(bool json, int interrupter);

    void notRead(const QString &name, const ImportProblem &problem) override;
    [[nodiscard]] bool goesOn(const ImportProgress &progress) override;
    /// How it ended.
    void finish(const ImportReport &report);
    void fail(const Error &error);

private:
    void clearProgress();
    void writeSummary(const ImportReport &report, const QString &error);

    const bool m_json;
    const int m_interrupter;
    const bool m_showsProgress;
    bool m_hasProgress = false; ///< a line of it stands there
    qint64 m_told = 0;
    QElapsedTimer m_sinceProgress;
};

} // namespace seatscope
