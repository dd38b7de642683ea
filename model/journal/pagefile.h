// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"
#include "model/journal/tableleaf.h"

#include <QBitArray>
#include <QFile>

#include <memory>

namespace seatscope {

/// What the first page of an SQLite file says (https://www.sqlite.org/fileformat2.html, section 1.3); as far as it can
/// be believed.
struct FileHeader {
    bool isSqlite = false;   ///< it begins as such files do; nothing else holds otherwise
    qsizetype pageSize = 0;  ///< bytes; 0 when it is none
    qsizetype reserved = 0;  ///< bytes at the end of each page that are not SQLite's
    quint32 firstFree = 0;   ///< the first page of the list of free ones
    bool hasPageMap = false; ///< pointer-map pages tell what each page is
    quint32 userVersion = 0;
    quint32 applicationId = 0;
};
[[nodiscard]] FileHeader fileHeader(QByteArrayView firstPage);

/// Whether SQLite allows pages of \a size bytes.
[[nodiscard]] bool isPageSize(qsizetype size);

/// The pages of a damaged SQLite file, read one by one without SQLite. Nothing is believed: every number is held
/// against the file. One thread; memory for a page or two and a bit for each page.
class PageFile {
public:
    /// Opens \a path for reading, with pages of \a pageSize bytes.
    [[nodiscard]] static Result<PageFile> open(const QString &path, qsizetype pageSize);

    [[nodiscard]] qint64 pageCount() const { return m_count; }
    [[nodiscard]] qsizetype pageSize() const { return m_pageSize; }
    /// The bytes of a page, counted from 1, filled up with zeros where the file ends within it; empty beyond.
    [[nodiscard]] QByteArray page(qint64 number) const;
    /// Whether a page holds nothing any more: so says its entry in the pointer map, and where that is missing or
    /// damaged the list of free pages. What is on a page that neither knows counts.
    [[nodiscard]] bool isFree(qint64 number) const;
    /// The cells of a leaf page of a table; none when \a page is another.
    [[nodiscard]] std::vector<LeafCell> cells(QByteArrayView page) const;
    /// All of a cell's payload, with its overflow pages; nothing when their chain is broken.
    [[nodiscard]] std::optional<QByteArray> payload(const LeafCell &cell) const;

private:
    PageFile(std::unique_ptr<QFile> file, qsizetype pageSize);
    void readFreeList(quint32 trunk);
    [[nodiscard]] qint64 mapOf(qint64 number) const;
    [[nodiscard]] bool isMapSound(qint64 map, QByteArrayView page) const;

    std::unique_ptr<QFile> m_file;
    qsizetype m_pageSize;
    qsizetype m_usable;
    qint64 m_count;
    bool m_hasMap = true;
    QBitArray m_free;           ///< by number, from the list of free pages
    mutable qint64 m_mapAt = 0; ///< the pointer-map page that was read last
    mutable QByteArray m_map;   ///< its bytes; empty when it is not sound
};

} // namespace seatscope
