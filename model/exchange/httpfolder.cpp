// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/httpfolder.h"

#include "model/exchange/httpfile.h"
#include "model/exchange/redactor.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

struct ExportText {
    Q_DECLARE_TR_FUNCTIONS(seatscope::Export)
};

tl::unexpected<Error> cannotWrite(const QString &target, const QString &reason)
{
    return failure(ExportText::tr("cannot be written (%1)").arg(reason), target,
                   ExportText::tr("Choose another place, or make room there."));
}

/// Dates an open file with \a arrival. What the file system cannot tell is left out.
void date(const QFile &file, ArrivalTime arrival)
{
    constexpr qint64 usPerSecond = 1'000'000;
    constexpr qint64 nsPerUs = 1000;
    const qint64 us = qMax<qint64>(arrival.value(), 0);
    const timespec moment{us / usPerSecond, us % usPerSecond * nsPerUs};
    const std::array<timespec, 2> times{moment, moment};
    static_cast<void>(::futimens(file.handle(), times.data()));
}

/// Waits until all of the file system that has \a folder is on the disk: a sync for each of the files takes far longer.
bool syncAround(const QString &folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool isDone = ::syncfs(descriptor) == 0;
    ::close(descriptor);
    return isDone;
}

} // namespace

HttpFolder::HttpFolder(QString target) : m_target(std::move(target)), m_beside(m_target + u".XXXXXX"_s) {}

Result<std::unique_ptr<HttpFolder>> HttpFolder::begin(const QString &target)
{
    const QFileInfo info(QDir::cleanPath(target));
    if (info.exists() && !info.isDir())
        return failure(ExportText::tr("is there already and is no folder"), target,
                       ExportText::tr("Choose another name; one that ends in .zip makes an archive."));
    if (info.isDir() &&
        !QDir(info.filePath()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot))
        return failure(ExportText::tr("is a folder that has something in it"), target,
                       ExportText::tr("Choose another name, or empty it."));
    // A link stays one, and "." cannot be renamed.
    const QString path = info.exists() ? info.canonicalFilePath() : info.absoluteFilePath();
    std::unique_ptr<HttpFolder> folder(new HttpFolder(path));
    if (!folder->m_beside.isValid())
        return cannotWrite(target, folder->m_beside.errorString());
    folder->m_folder = folder->m_beside.filePath(u"requests"_s);
    if (!QDir().mkdir(folder->m_folder))
        return cannotWrite(target, qt_error_string(errno));
    return folder;
}

Result<qint64> HttpFolder::add(const Capture &capture)
{
    const QByteArray content = httpFileContent(capture);
    QFile file(m_folder + u'/' + httpFileName(capture.summary));
    // It is flushed before it is dated, so that no write comes after.
    const bool isWritten = file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered) &&
                           file.write(content) == content.size();
    if (!isWritten)
        return cannotWrite(m_target, file.errorString());
    date(file, capture.summary.receivedAt);
    file.close();
    if (file.error() != QFileDevice::NoError)
        return cannotWrite(m_target, file.errorString());
    return content.size();
}

Result<void> HttpFolder::commit()
{
    if (!syncAround(m_folder))
        return cannotWrite(m_target, qt_error_string(errno));
    // Replaces an empty folder and nothing else.
    if (std::rename(QFile::encodeName(m_folder).constData(), QFile::encodeName(m_target).constData()) != 0)
        return cannotWrite(m_target, qt_error_string(errno));
    static_cast<void>(syncAround(m_beside.path()));
    return {};
}

Result<ExportOutcome> exportToFolder(const JournalReader &journal, const CaptureChoice &choice, Redactor *redactor,
                                     const QString &target, const ExportWatch &watch)
{
    Result<std::unique_ptr<HttpFolder>> folder = HttpFolder::begin(target);
    if (!folder)
        return tl::unexpected<Error>(folder.error());
    Result<CaptureStream> stream = CaptureStream::begin(journal, choice);
    if (!stream)
        return tl::unexpected<Error>(stream.error());
    if (redactor) {
        const Result<bool> learnt = learnAll(journal, choice, stream->last(), *redactor, watch);
        if (!learnt)
            return tl::unexpected<Error>(learnt.error());
    }
    ExportOutcome outcome;
    Result<qint64> written;
    const auto write = [&](const Capture &capture) {
        if (watch.wantsNoMore())
            return false;
        written = (*folder)->add(redactor ? redactor->redacted(capture) : capture);
        outcome.captures += written ? 1 : 0;
        outcome.bytes += written.value_or(0);
        return written.has_value();
    };
    const qint64 passes = redactor ? 2 : 1;
    for (bool hasMore = true; hasMore;) {
        const Result<bool> more = stream->step(write);
        if (!more)
            return tl::unexpected<Error>(more.error());
        if (!written)
            return tl::unexpected<Error>(written.error());
        hasMore = *more && !watch.wantsNoMore();
        if (watch.progress)
            watch.progress(
                {(passes - 1) * stream->whole() + stream->passed(), passes * stream->whole(), outcome.captures});
    }
    outcome.isCancelled = watch.wantsNoMore();
    if (outcome.isCancelled)
        return outcome;
    return (*folder)->commit().map([&outcome] { return outcome; });
}

} // namespace seatscope
