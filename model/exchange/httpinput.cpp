// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/httpinput.h"

#include "model/exchange/boundedfile.h"
#include "model/exchange/httparchivereader.h"
#include "model/exchange/httpfolderreader.h"
#include "model/exchange/httprequest.h"

#include <QFile>
#include <QFileInfo>

#include <utility>

namespace seatscope {

namespace {

/// The one request of a file.
class OneRequest final : public CaptureSource {
public:
    explicit OneRequest(ImportedCapture capture)
        : m_size(capture.head.size() + capture.body.size()),
          m_capture(std::move(capture))
    {
    }

    [[nodiscard]] Result<ImportedItem> next() override
    {
        auto capture = std::exchange(m_capture, std::nullopt);
        return capture ? ImportedItem(*std::move(capture)) : ImportedItem();
    }
    [[nodiscard]] qint64 position() const override { return m_capture ? 0 : m_size; }
    [[nodiscard]] qint64 size() const override { return m_size; }

private:
    qint64 m_size;
    std::optional<ImportedCapture> m_capture;
};

/// With a file in it, or without any.
bool isLikeZip(const QByteArray &beginning)
{
    return beginning.startsWith("PK\x03\x04") || beginning.startsWith("PK\x05\x06");
}

template<typename Source>
Result<std::unique_ptr<CaptureSource>> opened(Result<std::unique_ptr<Source>> source)
{
    if (!source)
        return tl::unexpected<Error>(source.error());
    return std::unique_ptr<CaptureSource>(*std::move(source));
}

} // namespace

bool isLikeHttp(const QByteArray &beginning)
{
    return isLikeZip(beginning) || beginsLikeRequest(beginning);
}

Result<std::unique_ptr<CaptureSource>> openHttp(const QString &path, const ImportLimits &limits)
{
    const QFileInfo info(path);
    if (info.isDir())
        return opened(HttpFolderReader::open(path, limits));
    // What has the limit of archives may be one.
    const Result<std::unique_ptr<QFile>> file = openBoundedFile(path, limits.fileBytes);
    if (!file)
        return tl::unexpected<Error>(file.error());
    constexpr qint64 signatureBytes = 4;
    if (isLikeZip((*file)->read(signatureBytes)))
        return opened(HttpArchiveReader::open(path, limits));
    // Who names a link means what it leads to.
    auto request = readHttpFile(QFile::encodeName(info.canonicalFilePath()), limits);
    if (!request)
        return failure(request.error(), path);
    return std::unique_ptr<CaptureSource>(std::make_unique<OneRequest>(*std::move(request)));
}

} // namespace seatscope
