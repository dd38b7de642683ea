// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QBitArray>
#include <QByteArray>
#include <QFile>

namespace seatscope {

/// The size of a log's header, bytes.
inline constexpr qsizetype logHeaderSize = 32;

/// What a write-ahead log says of a frame: https://www.sqlite.org/fileformat2.html, section 4.1.
struct LogFrame {
    qint64 page = 0;       ///< the number of the page whose image it has
    qint64 pagesAfter = 0; ///< in the frame that ends a transaction, the pages of the database after it; 0 in others
    QByteArray salts;      ///< of its log; frames of an earlier one may lie behind those of this one
    QByteArray sums;       ///< the checksum up to this frame
    QByteArray image;      ///< the page
};

/// Which frames of a write-ahead log can be believed. SQLite takes none behind the first one that cannot, and none at
/// all when the header is damaged. But each frame's checksum goes on from the one before: so one that fits that of its
/// neighbour and has the salts of this log is what was written, whatever lies before.
struct LogSurvey {
    qsizetype pageSize = 0;    ///< bytes; 0: there is no usable log, and nothing else holds
    bool isHeaderSound = true; ///< otherwise page size and salts are guessed from the frames
    qint64 lastPlain = 0;      ///< of those before SQLite stops, the last one that ends a transaction
    qint64 pagesPlain = 0;     ///< of the database after it
    qint64 last = 0;     ///< the last sound frame that ends a transaction, counted from 1: those behind do not count
    qint64 pages = 0;    ///< of the database after it
    QBitArray sound;     ///< by the number of the frame
    qint64 skipped = 0;  ///< frames up to the last one that are not sound
    qint64 firstBad = 0; ///< where SQLite stops before the last one; 0 when it does not
    /// Transactions that were ended, as far as is sound, after the one in which SQLite stops. A machine that loses its
    /// power tears what was not synced: the last transaction, and removals, which are not synced on their own.
    qint64 transactionsBehind = 0;

    /// Whether SQLite leaves out what can be read.
    [[nodiscard]] bool isDamaged() const { return last > 0 && (!isHeaderSound || firstBad != 0); }
    /// The survey of what SQLite takes.
    [[nodiscard]] LogSurvey plain() const
    {
        LogSurvey survey = *this;
        survey.last = isHeaderSound ? lastPlain : 0;
        survey.pages = pagesPlain;
        return survey;
    }
};

/// Reads all of \a log, which is open. \a knownPageSize: what the database says; 0 when it cannot be read. Memory for a
/// page and a bit a frame.
[[nodiscard]] LogSurvey surveyLog(QFile &log, qsizetype knownPageSize);

/// The frame \a number, counted from 1, of \a log; without an image when it cannot be read.
[[nodiscard]] LogFrame readLogFrame(QFile &log, qint64 number, qsizetype pageSize);

} // namespace seatscope
