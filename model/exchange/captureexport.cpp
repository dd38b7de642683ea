// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/captureexport.h"

#include "model/exchange/captureexportthread.h"
#include "model/exchange/redactor.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>
#include <fcntl.h>

namespace seatscope {

namespace {

/// Bytes after which the system is told to begin writing them to the disk.
constexpr qint64 syncBytes = qint64{8} * 1024 * 1024;

struct ExportText {
    Q_DECLARE_TR_FUNCTIONS(seatscope::Export)
};

/// \a error is errno's: a write that was cut short leaves Qt without words.
tl::unexpected<Error> cannotWrite(const QFileDevice &file, int error = 0)
{
    const bool saysNothing = error != 0 && file.error() == QFileDevice::NoError;
    const QString reason = saysNothing ? qt_error_string(error) : file.errorString();
    return failure(ExportText::tr("cannot be written (%1)").arg(reason), file.fileName(),
                   ExportText::tr("Choose another place, or make room there."));
}

Result<void> writeTo(QFileDevice &file, const QByteArray &bytes)
{
    errno = 0;
    if (file.write(bytes) != bytes.size() || file.error() != QFileDevice::NoError)
        return cannotWrite(file, errno);
    return {};
}

/// Goes on until there is nothing more, telling the watcher after each step. What \a visit makes of a capture is its.
Result<void> walk(CaptureStream &stream, const CaptureStream::VisitRow &visit, const ExportWatch &watch,
                  ExportProgress &progress, qint64 done, qint64 passes)
{
    for (bool hasMore = true; hasMore;) {
        const Result<bool> more =
            stream.stepRows([&](const CaptureRow &row) { return !watch.wantsNoMore() && visit(row); });
        if (!more)
            return tl::unexpected<Error>(more.error());
        hasMore = *more && !watch.wantsNoMore();
        progress.passed = done * stream.whole() + stream.passed();
        progress.whole = passes * stream.whole();
        if (watch.progress)
            watch.progress(progress);
    }
    return {};
}

/// Lets the disk work while the rest is made, so that the sync at the end is short.
void beginWriting(const QFileDevice &file, qint64 &begun)
{
    const qint64 written = file.pos();
    if (written - begun < syncBytes)
        return;
    ::sync_file_range(file.handle(), begun, written - begun, SYNC_FILE_RANGE_WRITE);
    begun = written;
}

Result<ExportOutcome> exportDirectly(const QString &target, const ExportRun &run)
{
    QFile file(target);
    if (!file.open(QIODevice::WriteOnly))
        return cannotWrite(file);
    Result<ExportOutcome> outcome = run([&file](const QByteArray &bytes) { return writeTo(file, bytes); });
    if (outcome && !file.flush())
        return cannotWrite(file);
    return outcome;
}

} // namespace

Result<bool> learnAll(const JournalReader &journal, const CaptureChoice &choice, Sequence last, Redactor &redactor,
                      const ExportWatch &watch)
{
    Result<CaptureStream> stream = CaptureStream::begin(journal, choice, last);
    if (!stream)
        return tl::unexpected<Error>(stream.error());
    ExportProgress progress;
    const auto learn = [&redactor](const CaptureRow &row) {
        redactor.learn(captureOf(row));
        return true;
    };
    if (const Result<void> learnt = walk(*stream, learn, watch, progress, 0, 2); !learnt)
        return tl::unexpected<Error>(learnt.error());
    return !watch.wantsNoMore();
}

Result<ExportOutcome> exportCaptures(const JournalReader &journal, const CaptureChoice &choice, CaptureFormat &format,
                                     Redactor *redactor, const ExportSink &sink, const ExportWatch &watch)
{
    Result<CaptureStream> stream = CaptureStream::begin(journal, choice);
    if (!stream)
        return tl::unexpected<Error>(stream.error());
    if (redactor) {
        const Result<bool> learnt = learnAll(journal, choice, stream->last(), *redactor, watch);
        if (!learnt)
            return tl::unexpected<Error>(learnt.error());
    }
    FormatThread writer(format, redactor, sink, watch.isCancelled);
    ExportProgress progress;
    const auto write = [&](const CaptureRow &row) {
        const bool goesOn = writer.add(row);
        progress.captures = writer.captures();
        return goesOn;
    };
    const qint64 before = redactor ? 1 : 0;
    if (const Result<void> walked = walk(*stream, write, watch, progress, before, before + 1); !walked)
        return tl::unexpected<Error>(walked.error());
    Result<ExportOutcome> outcome = writer.finish();
    if (outcome && watch.progress) {
        progress.captures = outcome->captures;
        watch.progress(progress);
    }
    return outcome;
}

Result<ExportOutcome> exportToFile(const QString &target, const ExportRun &run)
{
    const QFileInfo info(target);
    // Renaming would put a file in the place of the device.
    if (info.exists() && !info.isFile() && !info.isDir())
        return exportDirectly(target, run);
    QSaveFile file(target);
    if (!file.open(QIODevice::WriteOnly))
        return cannotWrite(file);
    qint64 begun = 0;
    Result<ExportOutcome> outcome = run([&](const QByteArray &bytes) {
        Result<void> written = writeTo(file, bytes);
        beginWriting(file, begun);
        return written;
    });
    if (!outcome || outcome->isCancelled) {
        file.cancelWriting();
        return outcome;
    }
    if (!file.commit())
        return cannotWrite(file);
    return outcome;
}

} // namespace seatscope
