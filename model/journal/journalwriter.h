// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/journal/capturestore.h"
#include "model/journal/journalconnection.h"

#include <QLockFile>
#include <QSqlQuery>

#include <memory>

namespace seatscope {

/// Appends captures to a journal file. One program at a time may write a journal: a lock file beside it sees to that.
/// Use from the thread that opened it only.
class JournalWriter final : public CaptureStore {
public:
    /// Opens or creates \a path. Errors: those of JournalConnection::open, or another instance has it open.
    [[nodiscard]] static Result<std::unique_ptr<JournalWriter>> open(const QString &path);
    ~JournalWriter() override;

    [[nodiscard]] Sequence lastSequence() const override { return m_last; }
    [[nodiscard]] Result<void> begin() override;
    [[nodiscard]] Result<void> append(const Capture &capture) override;
    [[nodiscard]] Result<Twins> findTwins(const Capture &capture) const override;
    [[nodiscard]] Result<void> commit() override;
    void rollback() override;
    /// Keeps the file below \a pages pages (of 4 KiB): beyond them writing fails as on a full disk.
    [[nodiscard]] Result<void> limitPages(qint64 pages);

private:
    JournalWriter(JournalConnection connection, std::unique_ptr<QLockFile> lock);
    [[nodiscard]] Result<void> prepareStatements();
    [[nodiscard]] Result<void> exec(QSqlQuery &query) const;

    // The queries must go before the connection, hence the order.
    std::unique_ptr<QLockFile> m_lock;
    JournalConnection m_connection;
    QSqlQuery m_begin;
    QSqlQuery m_commit;
    QSqlQuery m_insertCapture;
    QSqlQuery m_insertContent;
    mutable QSqlQuery m_selectTwins;
    Sequence m_last;
    Sequence m_lastCommitted;
};

} // namespace seatscope
