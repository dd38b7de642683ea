// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/importsources.h"

#include "model/exchange/bodyreader.h"
#include "model/exchange/harreader.h"
#include "model/exchange/httpinput.h"
#include "model/exchange/jsonlreader.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <utility>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

struct ExchangeText {
    Q_DECLARE_TR_FUNCTIONS(seatscope::Exchange)
};

/// Bytes that are enough to tell formats apart.
constexpr qint64 beginningSize = qint64{64} * 1024;

Result<FileBeginning> beginningOf(const QString &path)
{
    if (QFileInfo(path).isDir())
        return FileBeginning{{}, true};
    const Result<std::unique_ptr<QFile>> file = openInputFile(path);
    if (!file)
        return tl::unexpected<Error>(file.error());
    QByteArray bytes = (*file)->read(beginningSize);
    if ((*file)->error() != QFileDevice::NoError)
        return unreadable(**file);
    if (bytes.startsWith("\xef\xbb\xbf"))
        bytes.remove(0, 3);
    const auto text = std::ranges::find_if_not(bytes, [](char c) { return QByteArrayView(" \t\r\n").contains(c); });
    return FileBeginning{bytes.mid(text - bytes.begin()), false};
}

/// Whether it is an object whose first key is \a key.
bool beginsWithKey(const FileBeginning &beginning, QByteArrayView key)
{
    if (!beginning.bytes.startsWith('{'))
        return false;
    const QByteArray rest = beginning.bytes.mid(1).trimmed();
    return rest.startsWith('"') && rest.mid(1).startsWith(key) && rest.mid(1 + key.size()).startsWith('"') &&
           rest.mid(2 + key.size()).trimmed().startsWith(':');
}

bool isLikeJsonl(const FileBeginning &beginning)
{
    return beginsWithKey(beginning, "format");
}

bool isLikeHar(const FileBeginning &beginning)
{
    return beginsWithKey(beginning, "log");
}

bool isLikeHttpInput(const FileBeginning &beginning)
{
    return beginning.isDirectory || isLikeHttp(beginning.bytes);
}

bool isLikeJson(const FileBeginning &beginning)
{
    return beginning.bytes.startsWith('{') || beginning.bytes.startsWith('[');
}

bool isLikeSample(const FileBeginning &beginning)
{
    return isLikeJson(beginning) || beginning.bytes.startsWith("//") || beginning.bytes.startsWith("/*");
}

template<typename Source>
Result<OpenedInput> opened(const QString &path, Result<std::unique_ptr<Source>> source, bool tellsRulings)
{
    if (!source)
        return tl::unexpected<Error>(source.error());
    return OpenedInput{ImportInput{path, *std::move(source), tellsRulings}, std::nullopt};
}

Result<OpenedInput> openJsonl(const QString &path)
{
    return opened(path, JsonlReader::open(path), true);
}

Result<OpenedInput> openHar(const QString &path)
{
    return opened(path, HarReader::open(path), false);
}

Result<OpenedInput> openHttpInput(const QString &path)
{
    return opened(path, openHttp(path), false);
}

Result<OpenedInput> openBodies(const QString &path)
{
    return opened(path, BodyReader::open(path), false);
}

Result<OpenedInput> openSample(const QString &path)
{
    const Result<QByteArray> text = readBodyFile(path);
    if (!text)
        return tl::unexpected<Error>(text.error());
    MendedSample mended = mendSample(*text);
    if (mended.problem)
        return failure(ExchangeText::tr("this is neither JSON nor can be made so: %1").arg(*mended.problem), path, {});
    ImportInput input{path, std::make_unique<BodyReader>(mended.text.trimmed()), false};
    const bool isChanged = !mended.changes.empty();
    return OpenedInput{std::move(input), isChanged ? std::optional(std::move(mended)) : std::nullopt};
}

/// Bodies, or else a sample: nothing but reading all of it tells which.
Result<OpenedInput> openJson(const QString &path)
{
    Result<OpenedInput> bodies = openBodies(path);
    if (bodies)
        return bodies;
    Result<OpenedInput> sample = openSample(path);
    return sample ? std::move(sample) : std::move(bodies);
}

constexpr std::array formats{
    ImportFormat{"jsonl"_L1, "captures as \"seatscope export --format jsonl\" writes them"_L1, isLikeJsonl, openJsonl},
    ImportFormat{"har"_L1, "requests of an HTTP archive (HAR 1.2), of SeatScope or another program"_L1, isLikeHar,
                 openHar},
    ImportFormat{"http"_L1, "a request byte for byte, or a folder or zip of such files"_L1, isLikeHttpInput,
                 openHttpInput},
    ImportFormat{"json"_L1, "a body, or one in each line; a sample when it is none"_L1, isLikeJson, openJson},
    ImportFormat{"sample"_L1, "a body as the documentation prints it, to be mended"_L1, isLikeSample, openSample},
};

} // namespace

std::span<const ImportFormat> importFormats()
{
    return formats;
}

const ImportFormat *importFormat(QStringView name)
{
    const auto *const found =
        std::ranges::find_if(formats, [name](const ImportFormat &format) { return name == format.name; });
    return found == formats.end() ? nullptr : found;
}

Result<OpenedInput> openInput(const QString &path, const ImportFormat *format)
{
    if (format != nullptr)
        return format->open(path);
    const Result<FileBeginning> beginning = beginningOf(path);
    if (!beginning)
        return tl::unexpected<Error>(beginning.error());
    const auto *const found =
        std::ranges::find_if(formats, [&](const ImportFormat &known) { return known.isLike(*beginning); });
    if (found != formats.end())
        return found->open(path);
    return failure(beginning->bytes.isEmpty() && !beginning->isDirectory
                       ? ExchangeText::tr("the file is empty")
                       : ExchangeText::tr("what this is cannot be told from how it begins"),
                   path, ExchangeText::tr("Name its format, or choose another file."));
}

} // namespace seatscope
