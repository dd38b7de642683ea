// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exchange/exportform.h"
#include "model/exchange/redactionwords.h"

#include <QObject>

#include <array>
#include <atomic>
#include <memory>

class QThread;

namespace seatscope {

/// What to export, as what, and where to.
struct CaptureExportOptions {
    QString journal;
    CaptureChoice choice;
    ExportForm form;
    bool redacts = false;
    QString target; ///< a regular file; replaced as a whole when all is written, else left as it is
};

/// What came of an export that did not fail.
struct CaptureExportReport {
    ExportOutcome outcome;
    ExportForm form;
    /// Of each RedactedKind how much was replaced; nothing where nothing was to be.
    std::optional<std::array<RedactedCount, redactedKinds>> redacted;
    bool isRedactorFull = false; ///< beyond RedactionWords::mostWords only what a field names was replaced
};

/// Exports captures of a journal to a file, in a thread of its own with a connection of its own: a large journal takes
/// a while. The signals are emitted in the thread of the object; deleting it gives up, and waits for the step that
/// runs.
class CaptureExportJob : public QObject {
    Q_OBJECT

public:
    explicit CaptureExportJob(CaptureExportOptions options, QObject *parent = nullptr);
    ~CaptureExportJob() override;

    /// Once. done or failed follows.
    void start();
    /// No file is written, and what was there stays. done follows with isCancelled, unless all was written already.
    void cancel();
    [[nodiscard]] const CaptureExportOptions &options() const { return m_options; }

Q_SIGNALS:
    /// How far it is; at most some twenty times a second.
    void progressed(const seatscope::ExportProgress &progress);
    void done(const seatscope::CaptureExportReport &report);
    void failed(const QString &message);

private:
    void run();
    [[nodiscard]] Result<CaptureExportReport> write();

    const CaptureExportOptions m_options;
    std::atomic<bool> m_isCancelled = false;
    std::unique_ptr<QThread> m_thread;
};

} // namespace seatscope
