// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/captureexport.h"

#include "model/exchange/redactor.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

namespace seatscope {

namespace {

/// Bytes that are written at once.
constexpr qsizetype chunkBytes = qsizetype{256} * 1024;

struct ExportText {
    Q_DECLARE_TR_FUNCTIONS(seatscope::Export)
};

tl::unexpected<Error> cannotWrite(const QFileDevice &file)
{
    return failure(ExportText::tr("cannot be written (%1)").arg(file.errorString()), file.fileName(),
                   ExportText::tr("Choose another place, or make room there."));
}

Result<void> writeTo(QFileDevice &file, const QByteArray &bytes)
{
    if (file.write(bytes) != bytes.size() || file.error() != QFileDevice::NoError)
        return cannotWrite(file);
    return {};
}

/// Collects small pieces.
class ChunkedSink {
public:
    explicit ChunkedSink(const ExportSink &sink) : m_sink(sink) { m_chunk.reserve(2 * chunkBytes); }

    void add(const QByteArray &bytes)
    {
        if (!m_result)
            return;
        m_chunk += bytes;
        if (m_chunk.size() >= chunkBytes)
            flush();
    }
    void flush()
    {
        if (!m_result || m_chunk.isEmpty())
            return;
        m_result = m_sink(m_chunk);
        m_bytes += m_chunk.size();
        // A capture may be large: its memory is not kept.
        if (m_chunk.capacity() > 8 * chunkBytes)
            m_chunk = QByteArray();
        m_chunk.resize(0);
    }
    [[nodiscard]] const Result<void> &result() const { return m_result; }
    [[nodiscard]] qint64 bytes() const { return m_bytes; }

private:
    const ExportSink &m_sink;
    QByteArray m_chunk;
    Result<void> m_result;
    qint64 m_bytes = 0;
};

/// Goes on until there is nothing more, telling the watcher after each step. What \a visit makes of a capture is its.
Result<void> walk(CaptureStream &stream, const CaptureStream::Visit &visit, const ExportWatch &watch,
                  ExportProgress &progress, qint64 done, qint64 passes)
{
    for (bool hasMore = true; hasMore;) {
        const Result<bool> more =
            stream.step([&](const Capture &capture) { return !watch.wantsNoMore() && visit(capture); });
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
    const auto learn = [&redactor](const Capture &capture) {
        redactor.learn(capture);
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
    ChunkedSink chunks(sink);
    chunks.add(format.begin());
    ExportProgress progress;
    const auto write = [&](const Capture &capture) {
        chunks.add(format.entry(redactor ? redactor->redacted(capture) : capture));
        ++progress.captures;
        return chunks.result().has_value();
    };
    const qint64 before = redactor ? 1 : 0;
    const Result<void> walked = walk(*stream, write, watch, progress, before, before + 1);
    if (!walked)
        return tl::unexpected<Error>(walked.error());
    const bool isCancelled = watch.wantsNoMore();
    if (!isCancelled) {
        chunks.add(format.end());
        chunks.flush();
    }
    if (!chunks.result())
        return tl::unexpected<Error>(chunks.result().error());
    return ExportOutcome{progress.captures, chunks.bytes(), isCancelled};
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
    Result<ExportOutcome> outcome = run([&file](const QByteArray &bytes) { return writeTo(file, bytes); });
    if (!outcome || outcome->isCancelled) {
        file.cancelWriting();
        return outcome;
    }
    if (!file.commit())
        return cannotWrite(file);
    return outcome;
}

} // namespace seatscope
