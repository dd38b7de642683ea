// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exchange/importedcapture.h"
#include "model/exchange/importlimits.h"
#include "model/exchange/zipfile.h"

#include <deque>
#include <vector>

namespace seatscope {

/// Reads the requests that are the files of a zip, in the order of their names (isNamedBefore()), those in its folders
/// too. The files' dates are their arrivals. Nothing is unpacked to a disk, and names are used for nothing else. What a
/// zip in order lists is held, the bytes of one request at a time; of one that is not in order, some 64 MiB of them.
class HttpArchiveReader final : public CaptureSource {
public:
    /// Looks at all entries. Errors: it cannot be read, is no zip, is damaged, encrypted, or beyond \a limits (in its
    /// own size, entries, what they unpack to, or how much more that is).
    [[nodiscard]] static Result<std::unique_ptr<HttpArchiveReader>> open(const QString &path,
                                                                         const ImportLimits &limits = {});

    [[nodiscard]] Result<ImportedItem> next() override;
    [[nodiscard]] qint64 position() const override { return m_position; }
    [[nodiscard]] qint64 size() const override { return m_size; }

private:
    struct Entry {
        qint64 place = 0; ///< in the archive, from 0
        qint64 size = 0;
    };

    HttpArchiveReader(std::unique_ptr<QFile> file, const ImportLimits &limits);
    [[nodiscard]] Result<void> survey();
    [[nodiscard]] Result<void> checkEntry(const ZipFile &zip, qint64 count) const;
    /// Reads the next ones in order, as many as may be held.
    [[nodiscard]] Result<void> fill();
    /// Goes to the entry at \a place, from the beginning where that lies behind.
    [[nodiscard]] Result<bool> goTo(qint64 place);
    [[nodiscard]] Result<ImportedItem> readEntry();

    std::unique_ptr<QFile> m_file;
    const ImportLimits m_limits;
    std::vector<Entry> m_entries; ///< in the order of their names
    bool m_isInOrder = true;      ///< they lie in the archive as in m_entries
    size_t m_next = 0;            ///< of m_entries
    std::unique_ptr<ZipFile> m_zip;
    qint64 m_place = -1; ///< where m_zip is
    int m_broken = 0;    ///< how often it had to be opened anew
    std::deque<ImportedItem> m_ready;
    std::deque<qint64> m_readySizes;
    qint64 m_position = 0;
    qint64 m_size = 0;
};

} // namespace seatscope
