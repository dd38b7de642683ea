// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/jsonlreader.h"

#include "model/callback/shorttext.h"
#include "model/exchange/jsonlheader.h"
#include "model/exchange/jsonlline.h"

#include <QCoreApplication>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

struct ExchangeText {
    Q_DECLARE_TR_FUNCTIONS(seatscope::Exchange)
};

/// The words for line \a number.
QString lineText(qint64 number)
{
    return ExchangeText::tr("line %1").arg(number);
}

bool isHeader(const QByteArray &line)
{
    // All else in the file is read once only.
    return line.startsWith(R"({"format":)") && readJsonlHeader(line);
}

bool isBlank(const QByteArray &line)
{
    return line.size() < 16 && line.trimmed().isEmpty();
}

} // namespace

Result<std::unique_ptr<JsonlReader>> JsonlReader::open(const QString &path, qsizetype longestLine)
{
    Result<LineReader> lines = LineReader::open(path, longestLine);
    if (!lines)
        return tl::unexpected<Error>(lines.error());
    std::unique_ptr<JsonlReader> reader(new JsonlReader(*std::move(lines)));
    if (Result<void> read = reader->readHeader(); !read)
        return tl::unexpected<Error>(read.error());
    return reader;
}

Result<void> JsonlReader::readHeader()
{
    const Result<std::optional<LineReader::Line>> line = m_lines.next();
    if (!line)
        return tl::unexpected<Error>(line.error());
    if (!*line)
        return failure(ExchangeText::tr("the file is empty"), m_lines.fileName(), {});
    QByteArray text = (*line)->bytes;
    // Editors put one there.
    if (text.startsWith("\xef\xbb\xbf"))
        text.remove(0, 3);
    const std::optional<JsonlHeader> header = readJsonlHeader(text);
    if (!header)
        return failure(ExchangeText::tr(R"(the first line is no header of captures, but "%1")")
                           .arg((*line)->isTooLong ? QString(u'…') : shortText(QByteArrayView(text))),
                       m_lines.fileName(), ExchangeText::tr("Name the format that it is in."));
    if (header->format != jsonlFormatName)
        return failure(ExchangeText::tr(R"(the format of this file is "%1", not "%2")")
                           .arg(shortText(header->format), QString(jsonlFormatName)),
                       m_lines.fileName(), {});
    if (header->version < 1 || header->version > jsonlVersion)
        return failure(ExchangeText::tr("this file has version %1 of its format; known is %2")
                           .arg(header->version)
                           .arg(jsonlVersion),
                       m_lines.fileName(), ExchangeText::tr("Update SeatScope."));
    return {};
}

Result<ImportedItem> JsonlReader::next()
{
    for (;;) {
        Result<std::optional<LineReader::Line>> line = m_lines.next();
        if (!line)
            return tl::unexpected<Error>(line.error());
        if (!*line)
            return ImportedItem();
        const LineReader::Line &read = **line;
        if (read.isTooLong)
            return ImportedItem(ImportProblem{lineText(read.number),
                                              ExchangeText::tr("it is longer than %1 bytes").arg(m_lines.longest())});
        // Files may be put together of several.
        if (isBlank(read.bytes) || isHeader(read.bytes))
            continue;
        std::variant<ImportedCapture, QString> capture = readJsonlCapture(read.bytes);
        if (auto *const found = std::get_if<ImportedCapture>(&capture))
            return ImportedItem(std::move(*found));
        const QString reason = read.isEnded
                                   ? std::get<QString>(capture)
                                   : ExchangeText::tr("the file ends within it (%1)").arg(std::get<QString>(capture));
        return ImportedItem(ImportProblem{lineText(read.number), reason});
    }
}

} // namespace seatscope
