// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exchange/heldcaptures.h"
#include "model/session/importfile.h"

#include <QObject>
#include <QStringList>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <vector>

class QThread;

namespace seatscope {

class ImportWatch;
class Session;

/// How much may be put into a journal that receives callbacks, which wait meanwhile.
struct LiveImportBounds {
    HeldLimits held;
    /// The transaction may take so long: half of what a sender waits for its answer.
    std::chrono::milliseconds time{1000};
};

/// How far an import into the window's journal or a new one is.
struct CaptureImportProgress {
    ImportProgress progress;
    bool isWriting = false; ///< what was read is being written; position and size count from the start again
};

/// What came of an import that did not fail.
struct CaptureImportReport {
    ImportReport report;
    std::vector<UnreadPart> unread; ///< the first CaptureImportJob::mostUnread
    QString journal;                ///< the new journal; empty: that of the session
    QString roomTrouble;            ///< why the rooms do not show what was imported; empty when they do
};

/// Imports files in a thread of its own: into a new journal, or into that of a session that goes on receiving. The
/// latter reads all of them into memory first, so that the writer thread only has to write, and a slow disk or a
/// hostile file holds no callback up. What is too much for that is refused.
///
/// Either way all that can be read is imported, in one transaction, or nothing. The signals are emitted in the thread
/// of the object; deleting it cancels, and waits for the step that runs.
class CaptureImportJob : public QObject {
    Q_OBJECT

public:
    /// What was not read is listed up to here.
    static constexpr std::size_t mostUnread = 1000;

    /// \a session must outlive the job.
    CaptureImportJob(Session &session, QStringList paths, LiveImportBounds bounds = {}, QObject *parent = nullptr);
    ~CaptureImportJob() override;

    [[nodiscard]] const QStringList &paths() const { return m_paths; }
    /// Finds out what the files are. Once, first; lookedAt follows.
    void look();
    /// Imports the files whose place is in \a wanted into the journal of the session. Once, after lookedAt; done,
    /// tooMuch or failed follows.
    void importHere(const std::vector<std::size_t> &wanted);
    /// Imports them into a new journal at \a path, where there must be none. Once, after lookedAt; done or failed
    /// follows.
    void importInto(const QString &path, const std::vector<std::size_t> &wanted);
    /// Nothing is imported. done follows with isCancelled, unless all was written already.
    void cancel();

Q_SIGNALS:
    /// What the files are, in the order of paths().
    void lookedAt(const std::vector<seatscope::ImportFile> &files);
    /// At most some twenty times a second.
    void progressed(const seatscope::CaptureImportProgress &progress);
    void done(const seatscope::CaptureImportReport &report);
    /// Nothing was imported: it is too much for a journal that receives callbacks, in words.
    void tooMuch(const QString &message);
    void failed(const QString &message);

private:
    using Inputs = std::vector<ImportInput>;

    void run(const QString &name, std::function<void()> work);
    [[nodiscard]] ImportFile open(const QString &path);
    [[nodiscard]] Inputs takeWanted(const std::vector<std::size_t> &wanted);
    void writeHere(Inputs &inputs);
    void writeNew(const QString &path, Inputs &inputs);
    void tell(const Error &error);
    void tell(const ImportReport &report, ImportWatch &watch, const QString &journal, const QString &roomTrouble);
    void tellTooMuch(const QString &message);

    Session &m_session;
    const QStringList m_paths;
    const LiveImportBounds m_bounds;
    std::vector<std::optional<ImportInput>> m_opened; ///< by the places of paths; of the thread while it runs
    std::atomic<bool> m_isCancelled = false;
    std::unique_ptr<QThread> m_thread;
};

} // namespace seatscope
