// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/httparchive.h"

#include "model/exchange/httpfile.h"

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <limits>
#include <utility>

namespace seatscope {

namespace {

struct EntryDeleter {
    void operator()(archive_entry *entry) const { archive_entry_free(entry); }
};

la_ssize_t appendTo(archive *, void *bytes, const void *more, size_t size)
{
    static_cast<QByteArray *>(bytes)->append(static_cast<const char *>(more), static_cast<qsizetype>(size));
    return static_cast<la_ssize_t>(size);
}

/// Writing to memory, nothing but a lack of it can go wrong.
void check(la_ssize_t result)
{
    if (result < ARCHIVE_WARN)
        qBadAlloc();
}

/// Seconds that a zip can tell.
time_t secondsOf(ArrivalTime arrival)
{
    constexpr qint64 usPerSecond = 1'000'000;
    return std::clamp<qint64>(arrival.value() / usPerSecond, 0, std::numeric_limits<quint32>::max());
}

} // namespace

void HttpArchive::Deleter::operator()(archive *written) const
{
    // One that was given up must not be completed.
    archive_write_fail(written);
    archive_write_free(written);
}

QByteArray HttpArchive::begin()
{
    m_archive.reset(archive_write_new());
    m_bytes.clear();
    archive *const written = m_archive.get();
    Q_CHECK_PTR(written);
    check(archive_write_set_format_zip(written));
    check(archive_write_zip_set_compression_deflate(written));
    check(archive_write_add_filter_none(written));
    // Else the end would be filled up with zeros.
    check(archive_write_set_bytes_in_last_block(written, 1));
    check(archive_write_open(written, &m_bytes, nullptr, appendTo, nullptr));
    return std::exchange(m_bytes, {});
}

QByteArray HttpArchive::entry(const Capture &capture)
{
    const QByteArray content = httpFileContent(capture);
    const std::unique_ptr<archive_entry, EntryDeleter> entry(archive_entry_new());
    Q_CHECK_PTR(entry);
    constexpr int readable = 0644;
    archive_entry_set_pathname(entry.get(), httpFileName(capture.summary).toLatin1().constData());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), readable);
    archive_entry_set_size(entry.get(), content.size());
    archive_entry_set_mtime(entry.get(), secondsOf(capture.summary.receivedAt), 0);
    check(archive_write_header(m_archive.get(), entry.get()));
    check(archive_write_data(m_archive.get(), content.constData(), static_cast<size_t>(content.size())));
    check(archive_write_finish_entry(m_archive.get()));
    return std::exchange(m_bytes, {});
}

QByteArray HttpArchive::end()
{
    check(archive_write_close(m_archive.get()));
    return std::exchange(m_bytes, {});
}

} // namespace seatscope
