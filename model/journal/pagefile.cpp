// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/pagefile.h"

#include <QCoreApplication>
#include <QtEndian>

#include <algorithm>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

struct JournalText {
    Q_DECLARE_TR_FUNCTIONS(seatscope::Journal)
};

constexpr QByteArrayView magic("SQLite format 3\0", 16);
constexpr qsizetype headerSize = 100;
constexpr qsizetype mapEntry = 5;
constexpr char mapFree = 2;
/// The page that holds this byte is never used.
constexpr qint64 pendingByte = 0x40000000;
/// A capture's bytes; far more than is received.
constexpr qint64 maxPayload = qint64{1} << 28;

quint32 number32(QByteArrayView bytes, qsizetype place)
{
    return qFromBigEndian<quint32>(bytes.data() + place);
}

} // namespace

bool isPageSize(qsizetype size)
{
    return size >= 512 && size <= 65536 && (size & (size - 1)) == 0;
}

FileHeader fileHeader(QByteArrayView firstPage)
{
    FileHeader header;
    if (firstPage.size() < headerSize || !firstPage.startsWith(magic))
        return header;
    header.isSqlite = true;
    const qsizetype size = qFromBigEndian<quint16>(firstPage.data() + 16);
    header.pageSize = size == 1 ? 65536 : size;
    if (!isPageSize(header.pageSize))
        header.pageSize = 0;
    header.reserved = static_cast<quint8>(firstPage[20]);
    header.firstFree = number32(firstPage, 32);
    header.hasPageMap = number32(firstPage, 52) != 0;
    header.userVersion = number32(firstPage, 60);
    header.applicationId = number32(firstPage, 68);
    return header;
}

PageFile::PageFile(std::unique_ptr<QFile> file, qsizetype pageSize)
    : m_file(std::move(file)),
      m_pageSize(pageSize),
      m_usable(pageSize),
      m_count((m_file->size() + pageSize - 1) / pageSize),
      m_free(static_cast<qsizetype>(m_count) + 1)
{
}

Result<PageFile> PageFile::open(const QString &path, qsizetype pageSize)
{
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return failure(JournalText::tr("the journal cannot be read (%1)").arg(file->errorString()), path);
    PageFile pages(std::move(file), pageSize);
    const FileHeader header = fileHeader(pages.page(1));
    if (header.isSqlite) {
        if (pageSize - header.reserved >= 480)
            pages.m_usable = pageSize - header.reserved;
        pages.m_hasMap = header.hasPageMap;
        pages.readFreeList(header.firstFree);
    }
    return pages;
}

QByteArray PageFile::page(qint64 number) const
{
    if (number < 1 || number > m_count || !m_file->seek((number - 1) * m_pageSize))
        return {};
    // A bad place of the disk costs its page alone.
    QByteArray bytes = m_file->read(m_pageSize);
    bytes.resize(m_pageSize, '\0');
    return bytes;
}

void PageFile::readFreeList(quint32 trunk)
{
    // A page that is in the list already ends it: so no cycle is followed.
    while (trunk >= 2 && trunk <= m_count && !m_free.testBit(trunk)) {
        m_free.setBit(trunk);
        const QByteArray bytes = page(trunk);
        const qsizetype count = std::min<qsizetype>(number32(bytes, 4), m_usable / 4 - 2);
        for (qsizetype i = 0; i < count; ++i) {
            const quint32 leaf = number32(bytes, 8 + 4 * i);
            if (leaf >= 2 && leaf <= m_count)
                m_free.setBit(leaf);
        }
        trunk = number32(bytes, 0);
    }
}

qint64 PageFile::mapOf(qint64 number) const
{
    const qint64 each = m_usable / mapEntry + 1;
    const qint64 map = (number - 2) / each * each + 2;
    return map == pendingByte / m_pageSize + 1 ? map + 1 : map;
}

bool PageFile::isMapSound(qint64 map, QByteArrayView page) const
{
    if (page.isEmpty())
        return false;
    const qint64 entries = std::min<qint64>(m_usable / mapEntry, m_count - map);
    qint64 wrong = 0;
    for (qint64 i = 0; i < entries; ++i) {
        const char type = page[i * mapEntry];
        wrong += type < 1 || type > 5 ? 1 : 0;
    }
    return wrong * 10 <= entries;
}

bool PageFile::isFree(qint64 number) const
{
    if (number < 2 || number > m_count)
        return false;
    if (m_hasMap) {
        const qint64 map = mapOf(number);
        if (m_mapAt != map) {
            m_mapAt = map;
            m_map = page(map);
            if (!isMapSound(map, m_map))
                m_map.clear();
        }
        if (number <= map)
            return false;
        const qsizetype place = static_cast<qsizetype>(number - map - 1) * mapEntry;
        if (place + mapEntry <= m_map.size()) {
            const char type = m_map[place];
            if (type == mapFree && number32(m_map, place + 1) == 0)
                return true;
            if (type >= 1 && type <= 5 && type != mapFree)
                return false;
        }
    }
    return m_free.testBit(static_cast<qsizetype>(number));
}

std::vector<LeafCell> PageFile::cells(QByteArrayView page) const
{
    return leafCells(page, m_usable, std::min<qint64>(maxPayload, m_count * m_pageSize));
}

std::optional<QByteArray> PageFile::payload(const LeafCell &cell) const
{
    QByteArray bytes = cell.local.toByteArray();
    quint32 next = cell.overflow;
    // Every page of the chain adds bytes: a cycle ends with the size. What follows the last page must be nothing.
    while (bytes.size() < cell.payloadSize) {
        const QByteArray part = next >= 2 ? page(next) : QByteArray();
        if (part.isEmpty())
            return std::nullopt;
        bytes += QByteArrayView(part).sliced(4, std::min<qint64>(m_usable - 4, cell.payloadSize - bytes.size()));
        next = number32(part, 0);
    }
    return next == 0 ? std::optional(bytes) : std::nullopt;
}

} // namespace seatscope
