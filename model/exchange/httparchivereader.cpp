// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/httparchivereader.h"

#include "model/exchange/boundedfile.h"
#include "model/exchange/httprequest.h"
#include "model/exchange/namedorder.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace seatscope {

namespace {

struct ExchangeText {
    Q_DECLARE_TR_FUNCTIONS(seatscope::Exchange)
};

/// What is held of an archive that is not in order: unpacked bytes and entries.
constexpr qint64 heldBytes = qint64{64} * 1024 * 1024;
constexpr size_t heldEntries = 100'000;
/// Entries that are so broken that nothing behind them can be read without beginning anew, which takes its time.
constexpr int mostBroken = 100;

QString sizeText(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes);
}

struct NamedEntry {
    QByteArray name;
    qint64 place = 0;
    qint64 size = 0;
};

} // namespace

HttpArchiveReader::HttpArchiveReader(std::unique_ptr<QFile> file, const ImportLimits &limits)
    : m_file(std::move(file)),
      m_limits(limits)
{
}

Result<std::unique_ptr<HttpArchiveReader>> HttpArchiveReader::open(const QString &path, const ImportLimits &limits)
{
    Result<std::unique_ptr<QFile>> file = openBoundedFile(path, limits.fileBytes);
    if (!file)
        return tl::unexpected<Error>(file.error());
    std::unique_ptr<HttpArchiveReader> reader(new HttpArchiveReader(*std::move(file), limits));
    if (const Result<void> looked = reader->survey(); !looked)
        return tl::unexpected<Error>(looked.error());
    return reader;
}

Result<void> HttpArchiveReader::checkEntry(const ZipFile &zip, qint64 count) const
{
    if (zip.isEncrypted())
        return failure(ExchangeText::tr("the archive is encrypted"), m_file->fileName(),
                       ExchangeText::tr("Unpack it with its password and import the folder."));
    if (count > m_limits.archiveEntries)
        return failure(
            ExchangeText::tr("the archive has more than the %1 entries that are read").arg(m_limits.archiveEntries),
            m_file->fileName(), ExchangeText::tr("Split it."));
    if (m_size > m_limits.archiveBytes)
        return failure(ExchangeText::tr("the archive unpacks to more than the %1 that are read")
                           .arg(sizeText(m_limits.archiveBytes)),
                       m_file->fileName(), ExchangeText::tr("Split it."));
    if (m_size > m_limits.archiveFreeBytes + m_limits.archiveFactor * m_file->size())
        return failure(
            ExchangeText::tr(
                "the archive has %1 and would unpack to more than %2 times as much: it may be made to do harm")
                .arg(sizeText(m_file->size()))
                .arg(m_limits.archiveFactor),
            m_file->fileName(), ExchangeText::tr("If you trust it, unpack it and import the folder."));
    return {};
}

Result<void> HttpArchiveReader::survey()
{
    // libarchive does not know a zip that begins with its end, having nothing before it.
    constexpr QByteArrayView endSignature = "PK\x05\x06";
    if (m_file->peek(endSignature.size()) == endSignature)
        return {};
    Result<std::unique_ptr<ZipFile>> zip = ZipFile::open(*m_file);
    if (!zip)
        return tl::unexpected<Error>(zip.error());
    std::vector<NamedEntry> entries;
    qint64 place = 0;
    for (;; ++place) {
        const Result<bool> more = (*zip)->next();
        if (!more)
            return tl::unexpected<Error>(more.error());
        if (!*more)
            break;
        // What is too large is not unpacked.
        const qint64 size = (*zip)->size();
        m_size += size > m_limits.requestBytes ? 0 : qMax<qint64>(size, 0);
        if (Result<void> checked = checkEntry(**zip, place + 1); !checked)
            return checked;
        if (!(*zip)->isFolder())
            entries.push_back({(*zip)->name(), place, size});
    }
    const auto isBefore = [](const NamedEntry &entry, const NamedEntry &other) {
        return isNamedBefore(entry.name, other.name);
    };
    m_isInOrder = std::ranges::is_sorted(entries, isBefore);
    if (!m_isInOrder)
        std::ranges::stable_sort(entries, isBefore);
    m_entries.reserve(entries.size());
    for (const NamedEntry &entry : entries)
        m_entries.push_back({entry.place, entry.size > m_limits.requestBytes ? 0 : qMax<qint64>(entry.size, 0)});
    return {};
}

Result<ImportedItem> HttpArchiveReader::next()
{
    if (m_ready.empty()) {
        if (const Result<void> filled = fill(); !filled)
            return tl::unexpected<Error>(filled.error());
    }
    if (m_ready.empty())
        return ImportedItem();
    ImportedItem item = std::move(m_ready.front());
    m_ready.pop_front();
    m_position += m_readySizes.front();
    m_readySizes.pop_front();
    return item;
}

Result<void> HttpArchiveReader::fill()
{
    // Where each of them lies, and the place that it gets.
    std::vector<std::pair<qint64, size_t>> wanted;
    qint64 bytes = 0;
    const size_t most = m_isInOrder ? 1 : heldEntries;
    for (; m_next < m_entries.size() && wanted.size() < most; ++m_next) {
        const Entry &entry = m_entries[m_next];
        if (!wanted.empty() && bytes + entry.size > heldBytes)
            break;
        bytes += entry.size;
        wanted.emplace_back(entry.place, wanted.size());
        m_readySizes.push_back(entry.size);
    }
    m_ready.resize(wanted.size());
    std::ranges::sort(wanted);
    for (const auto &[place, rank] : wanted) {
        const Result<bool> isThere = goTo(place);
        if (!isThere)
            return tl::unexpected<Error>(isThere.error());
        if (!*isThere)
            return failure(ExchangeText::tr("the archive changed while it was read"), m_file->fileName());
        Result<ImportedItem> item = readEntry();
        if (!item)
            return tl::unexpected<Error>(item.error());
        m_ready[rank] = *std::move(item);
    }
    return {};
}

Result<bool> HttpArchiveReader::goTo(qint64 place)
{
    if (!m_zip || place <= m_place) {
        Result<std::unique_ptr<ZipFile>> zip = ZipFile::open(*m_file);
        if (!zip)
            return tl::unexpected<Error>(zip.error());
        m_zip = *std::move(zip);
        m_place = -1;
    }
    while (m_place < place) {
        Result<bool> more = m_zip->next();
        if (!more || !*more)
            return more;
        ++m_place;
    }
    return true;
}

Result<ImportedItem> HttpArchiveReader::readEntry()
{
    const QString where = shownName(QString::fromUtf8(m_zip->name()));
    const auto problem = [&where](const QString &reason) { return ImportedItem(ImportProblem{where, reason}); };
    if (!m_zip->isFile())
        return problem(ExchangeText::tr("it is a link or a device, and no file"));
    if (m_zip->size() < 0 || m_zip->size() > m_limits.requestBytes)
        return problem(ExchangeText::tr("it is larger than the %1 that are read of a request")
                           .arg(sizeText(m_limits.requestBytes)));
    const auto arrival = m_zip->modified();
    const auto content = m_zip->content();
    if (!content) {
        if (content.error().isFatal)
            m_zip.reset();
        if (content.error().isFatal && ++m_broken > mostBroken)
            return failure(ExchangeText::tr("too much of the archive is damaged"), m_file->fileName(),
                           ExchangeText::tr("Get it anew, or unpack what is left of it and import the folder."));
        return problem(content.error().reason);
    }
    auto request = readHttpRequest(*content, m_limits);
    if (!request)
        return problem(request.error());
    request->receivedAt = arrival;
    return ImportedItem(*std::move(request));
}

} // namespace seatscope
