// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/httpfolderreader.h"

#include "model/exchange/boundedfile.h"
#include "model/exchange/httprequest.h"
#include "model/exchange/namedorder.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>

#include <algorithm>
#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <utility>

namespace seatscope {

namespace {

struct ExchangeText {
    Q_DECLARE_TR_FUNCTIONS(seatscope::Exchange)
};

struct FolderCloser {
    void operator()(DIR *folder) const { ::closedir(folder); }
};

tl::unexpected<QString> notRead(int error)
{
    if (error == ELOOP)
        return tl::unexpected(ExchangeText::tr("it is a link"));
    return tl::unexpected(ExchangeText::tr("it cannot be read (%1)").arg(qt_error_string(error)));
}

/// When a file was changed last.
ArrivalTime modified(const struct stat &about)
{
    constexpr qint64 usPerSecond = 1'000'000;
    constexpr qint64 nsPerUs = 1000;
    return ArrivalTime(about.st_mtim.tv_sec * usPerSecond + about.st_mtim.tv_nsec / nsPerUs);
}

} // namespace

tl::expected<ImportedCapture, QString> readHttpFile(const QByteArray &path, const ImportLimits &limits)
{
    // Neither follows a link nor waits for who writes into a pipe.
    const int descriptor = ::open(path.constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (descriptor < 0)
        return notRead(errno);
    QFile file;
    if (!file.open(descriptor, QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle))
        return tl::unexpected(ExchangeText::tr("it cannot be read (%1)").arg(file.errorString()));
    struct stat about {};
    if (::fstat(descriptor, &about) != 0)
        return notRead(errno);
    if (!S_ISREG(about.st_mode))
        return tl::unexpected(S_ISDIR(about.st_mode) ? ExchangeText::tr("it is a folder")
                                                     : ExchangeText::tr("it is a pipe or a device, and no file"));
    const auto tooLarge = [&limits] {
        const QString most = QLocale::c().formattedDataSize(limits.requestBytes);
        return tl::unexpected(ExchangeText::tr("it is larger than the %1 that are read of a request").arg(most));
    };
    if (about.st_size > limits.requestBytes)
        return tooLarge();
    // It may grow meanwhile.
    const QByteArray bytes = file.read(limits.requestBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return tl::unexpected(ExchangeText::tr("it cannot be read (%1)").arg(file.errorString()));
    if (bytes.size() > limits.requestBytes)
        return tooLarge();
    auto request = readHttpRequest(bytes, limits);
    if (request)
        request->receivedAt = modified(about);
    return request;
}

HttpFolderReader::HttpFolderReader(QString folder, std::vector<QByteArray> names, const ImportLimits &limits)
    : m_folder(std::move(folder)),
      m_names(std::move(names)),
      m_limits(limits)
{
}

Result<std::unique_ptr<HttpFolderReader>> HttpFolderReader::open(const QString &path, const ImportLimits &limits)
{
    const std::unique_ptr<DIR, FolderCloser> folder(::opendir(QFile::encodeName(path).constData()));
    const auto unreadable = [&path](int error) {
        return failure(ExchangeText::tr("the folder cannot be read (%1)").arg(qt_error_string(error)), path,
                       ExchangeText::tr("Check the name and whether you may read it."));
    };
    if (!folder)
        return unreadable(errno);
    std::vector<QByteArray> names;
    errno = 0;
    while (const dirent *entry = ::readdir(folder.get())) {
        const QByteArray name(std::data(entry->d_name));
        if (name == "." || name == "..")
            continue;
        if (std::ssize(names) >= limits.archiveEntries)
            return failure(
                ExchangeText::tr("the folder has more than the %1 files that are read").arg(limits.archiveEntries),
                path, ExchangeText::tr("Split it."));
        names.push_back(name);
        errno = 0;
    }
    if (errno != 0)
        return unreadable(errno);
    std::ranges::sort(names, isNamedBefore);
    return std::unique_ptr<HttpFolderReader>(new HttpFolderReader(path, std::move(names), limits));
}

Result<ImportedItem> HttpFolderReader::next()
{
    if (m_next == m_names.size())
        return ImportedItem();
    const QByteArray &name = m_names[m_next++];
    auto request = readHttpFile(QFile::encodeName(m_folder) + '/' + name, m_limits);
    if (!request)
        return ImportedItem(ImportProblem{shownName(QFile::decodeName(name)), request.error()});
    return ImportedItem(*std::move(request));
}

} // namespace seatscope
