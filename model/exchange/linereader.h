// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <memory>
#include <optional>

namespace seatscope {

/// Reads a file line by line with a limit for each, so that no file can take more memory than that. Use from one
/// thread.
class LineReader {
public:
    /// What a line may have by default, bytes: room for a body of 64 MiB however it is escaped.
    static constexpr qsizetype longestLine = qsizetype{6} * 64 * 1024 * 1024;

    struct Line {
        QByteArray bytes;  ///< without the line's end; empty when it is too long
        qint64 number = 0; ///< counted from 1
        bool isTooLong = false;
        bool isEnded = true; ///< false: the file ends before the line does
    };

    /// Opens \a path. Errors: it cannot be read, is no file.
    [[nodiscard]] static Result<LineReader> open(const QString &path, qsizetype longest = longestLine);

    /// The next line, nothing at the end of the file. Error: the file cannot be read.
    [[nodiscard]] Result<std::optional<Line>> next();
    /// Bytes of the lines so far.
    [[nodiscard]] qint64 position() const { return m_position; }
    /// Of the file, when it was opened.
    [[nodiscard]] qint64 size() const { return m_size; }
    [[nodiscard]] QString fileName() const { return m_file->fileName(); }
    [[nodiscard]] qsizetype longest() const { return m_longest; }

private:
    LineReader(std::unique_ptr<QFile> file, qsizetype longest);
    /// Reads on; false at the end of the file.
    [[nodiscard]] Result<bool> fill();
    /// Takes \a count bytes and \a end bytes of line end out of what was read.
    [[nodiscard]] Line take(qsizetype count, qsizetype end);

    std::unique_ptr<QFile> m_file;
    qsizetype m_longest;
    QByteArray m_buffer;
    qsizetype m_begin = 0; ///< of what was not handed out yet, in the buffer
    qint64 m_position = 0;
    qint64 m_size = 0;
    qint64 m_line = 0;
    bool m_isTooLong = false; ///< the line that is being read
};

/// The words for a file that cannot be read.
[[nodiscard]] tl::unexpected<Error> unreadable(const QFile &file);
/// Opens \a path for reading. Errors: it cannot be read, is no file.
[[nodiscard]] Result<std::unique_ptr<QFile>> openInputFile(const QString &path);

} // namespace seatscope
