// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"
#include "model/journal/journalreader.h"
#include "model/session/captureinspection.h"

#include <QObject>

#include <memory>
#include <vector>

namespace seatscope {

/// Reads the journal for the window, off the gui thread. Lives in the read thread: call its functions there; the
/// signals are emitted there.
class JournalReads : public QObject {
    Q_OBJECT

public:
    explicit JournalReads(QString path) : m_path(std::move(path)) {}

    /// Reads the summaries first … first+count−1; windowReady or windowFailed follows with \a token.
    void readWindow(Sequence first, int count, quint64 token);
    /// Reads and decodes one capture; inspectionReady or inspectionFailed follows with \a token.
    void inspect(Sequence sequence, quint64 token);

Q_SIGNALS:
    void windowReady(const std::vector<seatscope::CaptureSummary> &captures, quint64 token);
    void inspectionReady(const std::shared_ptr<const seatscope::CaptureInspection> &inspection, quint64 token);
    void windowFailed(const QString &message, quint64 token);
    void inspectionFailed(const QString &message, quint64 token);

private:
    /// The reader, opened when it is first needed.
    [[nodiscard]] Result<const JournalReader *> reader();

    const QString m_path;
    std::unique_ptr<JournalReader> m_reader;
};

} // namespace seatscope
