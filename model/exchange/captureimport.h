// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/clock.h"
#include "model/exchange/importedcapture.h"
#include "model/exchange/importednumbers.h"
#include "model/exchange/preparedcapture.h"
#include "model/history/roomarrivals.h"
#include "model/journal/journalwriter.h"
#include "model/journal/removal.h"
#include "model/journal/retentionplan.h"

#include <memory>
#include <optional>
#include <vector>

namespace seatscope {

/// A file to import.
struct ImportInput {
    QString name; ///< as shown to people
    std::unique_ptr<CaptureSource> source;
    bool tellsRulings = false; ///< all its captures come with ruling, flags and duplicateOf
};

/// How far an import is.
struct ImportProgress {
    qint64 imported = 0;
    qint64 notRead = 0;
    qint64 position = 0; ///< bytes, of all inputs together
    qint64 size = 0;     ///< bytes
};

/// What an import did.
struct ImportReport {
    qint64 imported = 0;
    qint64 notRead = 0;
    std::optional<SequenceRange> sequences; ///< of what was imported
    bool isCancelled = false;               ///< then nothing was imported
    JournalHoldings holdings;               ///< what the journal has now
    RetentionPlan beyond;                   ///< what its limits, those that the writer was opened with, do not keep
};

/// Is told how an import goes. Called in its thread.
class ImportObserver {
public:
    ImportObserver() = default;
    ImportObserver(const ImportObserver &) = delete;
    ImportObserver &operator=(const ImportObserver &) = delete;
    virtual ~ImportObserver() = default;

    /// Something of the input \a name could not be read. The import goes on.
    virtual void notRead(const QString &name, const ImportProblem &problem) = 0;
    /// Asked now and then, every few hundred captures. False cancels.
    [[nodiscard]] virtual bool goesOn(const ImportProgress &progress) = 0;
};

/// Brings captures of files into a journal: all that can be read in one transaction, or nothing. Takes no more memory
/// for more captures. Nothing is removed for them: whoever writes the journal next keeps its limits.
///
/// What a file tells about a capture is kept: arrival, peer, ruling, status, flags, marks. A capture without a ruling
/// is judged as one that arrives: by its method and body, and by what its room was then. Its path, application and
/// signature are not judged, for the import knows neither the path nor the applications of the receiver, and a
/// signature cannot be told to have been right in its time. Command, room, operator and the like are always worked out
/// from the bytes. Sequences: see ImportedNumbers; duplicateOf is renumbered with them, and dropped when its original
/// is not there.
///
/// Use from one thread, between two transactions of the writer; sources and clock are used in another one meanwhile. Of
/// a journal that never had a capture nobody can read while it runs, see JournalWriter::beginLarge(). Whoever holds the
/// journal's rooms in memory has to read them anew after it.
class CaptureImport {
public:
    /// \a path is the journal's, which \a journal writes; \a clock says when captures arrive of which the file does
    /// not.
    CaptureImport(JournalWriter &journal, QString path, const Clock &clock);

    /// Imports \a inputs in their order. Errors: an input cannot be read on, the disk is full, the journal cannot be
    /// written; then the journal is as it was, as it is when \a observer cancels.
    [[nodiscard]] Result<ImportReport> run(std::vector<ImportInput> &inputs, ImportObserver &observer);

private:
    [[nodiscard]] Result<void> readAll(std::vector<ImportInput> &inputs, ImportObserver &observer);
    [[nodiscard]] Result<void> readInput(const ImportInput &input, ImportObserver &observer);
    /// The same of an input whose captures need not be seen in the light of rooms: a thread prepares them.
    [[nodiscard]] Result<void> readAhead(const ImportInput &input, ImportObserver &observer);
    /// With \a isKnown, a file tells its ruling.
    [[nodiscard]] Result<void> keep(PreparedCapture &prepared, bool isKnown, const QString &name,
                                    ImportObserver &observer);
    [[nodiscard]] Result<void> keep(CaptureRow row, const QString &name, ImportObserver &observer);
    void leaveOut(const QString &name, const ImportProblem &problem, ImportObserver &observer);
    /// The sequence of what was recorded as \a recorded, 0 if as none. Nothing when it is left out.
    [[nodiscard]] std::optional<Sequence> numberOf(Sequence recorded, const QString &name, ImportObserver &observer);
    void renumber(std::optional<Sequence> &duplicateOf, CaptureFlags &flags) const;
    /// The same for what it was edited from, which is not told when that is not there.
    void renumber(std::optional<Sequence> &origin) const;
    [[nodiscard]] Result<void> append(const CaptureRow &row);
    [[nodiscard]] Result<void> tellRooms(const DecodedCallback &callback, std::optional<SdkAppId> application,
                                         bool isKnown, Capture &capture);
    [[nodiscard]] Result<void> finish();
    /// The rooms of the journal, where captures have to be seen in their light.
    [[nodiscard]] Result<void> restoreRooms(const std::vector<ImportInput> &inputs);
    void tellProgress(qint64 sourcePosition, ImportObserver &observer);

    JournalWriter &m_journal;
    const QString m_path;
    const Clock &m_clock;
    ImportedNumbers m_numbers;
    const bool m_isNew; ///< the journal never had a capture
    std::optional<RoomArrivals> m_rooms;
    ImportReport m_report;
    ImportProgress m_progress;
    qint64 m_before = 0; ///< bytes of the inputs that are done
    int m_untold = 0;    ///< captures since the observer was asked
};

} // namespace seatscope
