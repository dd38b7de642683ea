// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"

#include <QByteArray>
#include <QFile>

#include <memory>
#include <optional>

namespace seatscope {

/// Finds the entries of a HAR file: the elements of `log.entries`, as bytes that are still to be parsed. It counts
/// brackets and strings only, holds one entry at most, and steps over everything else without keeping it, so memory
/// depends neither on the size of the file nor on its nesting. Use from one thread.
class HarScanner {
public:
    /// Most brackets within each other of an entry. Browsers nest call stacks.
    static constexpr int deepestEntry = 1000;

    struct Entry {
        QByteArray json;   ///< empty when it is too long or too deep
        qint64 number = 0; ///< counted from 1
        bool isTooLong = false;
        bool isTooDeep = false;
        bool isCutOff = false; ///< the file ends within it
        bool isBroken = false; ///< no entry at all: what follows the last one is no JSON
    };

    /// Reads \a file up to the first entry; entries of more than \a longest bytes are too long. Error: it is no HAR
    /// file, or cannot be read.
    [[nodiscard]] static Result<std::unique_ptr<HarScanner>> open(std::unique_ptr<QFile> file, qint64 longest);

    /// The next entry, nothing at the end. Nothing comes after one that is cut off or broken. Error: the file cannot be
    /// read.
    [[nodiscard]] Result<std::optional<Entry>> next();
    /// Bytes read so far.
    [[nodiscard]] qint64 position() const { return m_read + m_at - m_buffer.size(); }
    [[nodiscard]] const QFile &file() const { return *m_file; }

private:
    HarScanner(std::unique_ptr<QFile> file, qint64 longest);

    [[nodiscard]] bool fill();
    /// The byte at hand; 0 at the end.
    [[nodiscard]] char peek();
    [[nodiscard]] char take();
    /// Steps over white space, then over \a c; whether it was there.
    [[nodiscard]] bool takeToken(char c);
    void skipBlanks();
    /// A key and its colon. Nothing when there is none.
    [[nodiscard]] std::optional<QByteArray> takeKey();
    /// Steps over a value and keeps it in \a entry where there is one; whether it is whole.
    bool takeValue(Entry *entry);
    /// Steps over the rest of a string whose quote was taken.
    bool takeString(Entry *entry);
    void keep(Entry *entry, char c) const;
    /// Into the object whose member is \a key, or the array.
    [[nodiscard]] bool enter(QByteArrayView key, char bracket);
    /// The rest of the objects around the entries.
    [[nodiscard]] bool finish();
    [[nodiscard]] std::optional<Entry> broken();

    std::unique_ptr<QFile> m_file;
    qint64 m_longest;
    QByteArray m_buffer;
    qsizetype m_at = 0;
    qint64 m_read = 0; ///< bytes of the file that are or were in the buffer
    qint64 m_count = 0;
    bool m_isOver = false;
};

} // namespace seatscope
