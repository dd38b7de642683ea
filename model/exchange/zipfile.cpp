// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/zipfile.h"

#include <QCoreApplication>

#include <archive.h>
#include <archive_entry.h>

namespace seatscope {

namespace {

struct ExchangeText {
    Q_DECLARE_TR_FUNCTIONS(seatscope::Exchange)
};

/// Bytes that are read at once.
constexpr size_t blockBytes = size_t{64} * 1024;

} // namespace

void ZipFile::Deleter::operator()(archive *read) const
{
    archive_read_free(read);
}

ZipFile::ZipFile(const QFile &file) : m_name(file.fileName()), m_archive(archive_read_new())
{
    Q_CHECK_PTR(m_archive);
}

tl::unexpected<Error> ZipFile::damaged() const
{
    const char *reason = archive_error_string(m_archive.get());
    return failure(ExchangeText::tr("the archive is damaged or cut off (%1)")
                       .arg(reason != nullptr ? QString::fromUtf8(reason) : QString()),
                   m_name, ExchangeText::tr("Get it anew, or unpack what is left of it and import the folder."));
}

Result<std::unique_ptr<ZipFile>> ZipFile::open(QFile &file)
{
    std::unique_ptr<ZipFile> zip(new ZipFile(file));
    archive *const read = zip->m_archive.get();
    // Nothing but this: other formats and compressions are not asked to look at it.
    const bool isReady = archive_read_support_format_zip_seekable(read) == ARCHIVE_OK && file.seek(0) &&
                         archive_read_open_fd(read, file.handle(), blockBytes) == ARCHIVE_OK;
    if (!isReady)
        return zip->damaged();
    return zip;
}

Result<bool> ZipFile::next()
{
    m_entry = nullptr;
    const int result = archive_read_next_header(m_archive.get(), &m_entry);
    if (result == ARCHIVE_EOF)
        return false;
    // A warning is about a name that has no characters here.
    if (result != ARCHIVE_OK && result != ARCHIVE_WARN)
        return damaged();
    return true;
}

QByteArray ZipFile::name() const
{
    const char *name = archive_entry_pathname_utf8(m_entry);
    if (name == nullptr)
        name = archive_entry_pathname(m_entry);
    return name != nullptr ? QByteArray(name) : QByteArray();
}

bool ZipFile::isFile() const
{
    return archive_entry_filetype(m_entry) == AE_IFREG && archive_entry_hardlink(m_entry) == nullptr;
}

bool ZipFile::isFolder() const
{
    return archive_entry_filetype(m_entry) == AE_IFDIR;
}

bool ZipFile::isEncrypted() const
{
    return archive_entry_is_encrypted(m_entry) != 0;
}

qint64 ZipFile::size() const
{
    return archive_entry_size_is_set(m_entry) != 0 ? archive_entry_size(m_entry) : -1;
}

std::optional<ArrivalTime> ZipFile::modified() const
{
    constexpr qint64 usPerSecond = 1'000'000;
    if (archive_entry_mtime_is_set(m_entry) == 0)
        return std::nullopt;
    return ArrivalTime(archive_entry_mtime(m_entry) * usPerSecond);
}

tl::expected<QByteArray, ZipFault> ZipFile::content()
{
    const qint64 told = qMax<qint64>(size(), 0);
    QByteArray bytes(told, Qt::Uninitialized);
    qint64 count = 0;
    la_ssize_t got = 1;
    while (got > 0 && count < told) {
        got = archive_read_data(m_archive.get(), bytes.data() + count, static_cast<size_t>(told - count));
        count += qMax<la_ssize_t>(got, 0);
    }
    // Only who asks for more learns whether the checksum is right.
    char beyond = 0;
    if (got >= 0 && count == told)
        got = archive_read_data(m_archive.get(), &beyond, 1);
    if (got < 0) {
        const char *reason = archive_error_string(m_archive.get());
        return tl::unexpected(ZipFault{ExchangeText::tr("it is damaged or packed in an unknown way (%1)")
                                           .arg(reason != nullptr ? QString::fromUtf8(reason) : QString()),
                                       got == ARCHIVE_FATAL});
    }
    if (got > 0 || count < told)
        return tl::unexpected(ZipFault{ExchangeText::tr("it is not as long as the archive says"), false});
    return bytes;
}

} // namespace seatscope
