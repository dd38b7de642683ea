// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"

#include <QString>

#include <utility>

namespace seatscope {

/// The right to write a journal, which one process at a time has: a lock that the operating system keeps on the file
/// "JOURNAL.lock" beside it (flock(2)). It ends with its process, however that ends: a file that is left over locks
/// nothing, and taking it over needs no room on the disk. The file holds the process's number, for the words that
/// another one says. Any thread.
class JournalLock {
public:
    /// Locks the journal \a path, which need not exist. Two names of one file meet the same lock when they are links to
    /// it by name. Errors: another SeatScope has it, or the file beside it cannot be opened or locked.
    [[nodiscard]] static Result<JournalLock> acquire(const QString &path);
    /// Keeps programs that write away from the journal \a path while it is copied: from outside SQLite, a copy would
    /// mix what was there before and after they write. Where no file may be created beside it and there is none, nobody
    /// has it, and nothing is locked. Errors: another SeatScope has it, or it cannot be locked.
    [[nodiscard]] static Result<JournalLock> acquireForCopy(const QString &path);
    ~JournalLock();
    JournalLock(JournalLock &&other) noexcept : m_file(std::exchange(other.m_file, -1)), m_path(std::move(other.m_path))
    {
    }
    JournalLock &operator=(JournalLock &&) = delete;
    JournalLock(const JournalLock &) = delete;
    JournalLock &operator=(const JournalLock &) = delete;

    /// Where the journal really is.
    [[nodiscard]] const QString &path() const { return m_path; }

private:
    enum class Purpose { Write, Copy };
    JournalLock(int file, QString path) : m_file(file), m_path(std::move(path)) {}
    [[nodiscard]] static Result<JournalLock> acquire(const QString &path, Purpose purpose);

    int m_file; ///< a descriptor; closing it gives the lock up; -1: none
    QString m_path;
};

} // namespace seatscope
