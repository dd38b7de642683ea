// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace seatscope {

/// What files to import may ask of the machine. Others are refused, before they are read where that can be known.
struct ImportLimits {
    qint64 fileBytes = qint64{2} * 1024 * 1024 * 1024;    ///< of a HAR file or an archive
    qint64 captureBytes = qint64{6} * 64 * 1024 * 1024;   ///< of one capture as the file tells it; room for any escapes
    qint64 archiveEntries = 2'000'000;                    ///< of an archive or a folder
    qint64 archiveBytes = qint64{8} * 1024 * 1024 * 1024; ///< of all entries of an archive, unpacked
    /// How many times its own size an archive may unpack to, beyond archiveFreeBytes: texts get ten times smaller,
    /// those that mean harm a thousand times and more.
    qint64 archiveFactor = 200;
    qint64 archiveFreeBytes = qint64{64} * 1024 * 1024;
    qint64 requestBytes = qint64{65} * 1024 * 1024; ///< of a raw request: the largest body with head and framing
    qint64 headBytes = qint64{1024} * 1024;         ///< of its head
};

} // namespace seatscope
