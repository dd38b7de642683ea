// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/bodyreader.h"

#include "model/callback/decoder.h"
#include "model/callback/jsonreader.h"

#include <QCoreApplication>

#include <utility>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

struct ExchangeText {
    Q_DECLARE_TR_FUNCTIONS(seatscope::Exchange)
};

/// Longer commands are none: they stay in the body alone.
constexpr qsizetype longestCommand = 256;

/// Takes no notice of what a text says.
class NoEvents final : public JsonEvents {
public:
    void restart() override {}
    void beginObject() override {}
    void endObject() override {}
    void beginArray() override {}
    void endArray() override {}
    void key(QByteArrayView) override {}
    void string(QByteArrayView) override {}
    void number(QByteArrayView) override {}
    void boolean(bool) override {}
    void null() override {}
};

QByteArray commandIn(const QByteArray &body)
{
    const auto callback = decodeCallback(body, {});
    return callback ? callback->command.left(longestCommand).toUtf8() : QByteArray();
}

} // namespace

std::optional<QString> whyNoJson(const QByteArray &text)
{
    NoEvents nothing;
    const JsonReading reading = readJson(text, nothing);
    return reading.error ? std::optional(reading.error->message()) : std::nullopt;
}

bool isJsonObject(const QByteArray &text)
{
    return text.trimmed().startsWith('{') && !whyNoJson(text);
}

ImportedCapture requestAround(const QByteArray &body)
{
    ImportedCapture capture;
    capture.method = "POST";
    capture.target = "/?contenttype=json";
    if (const QByteArray command = commandIn(body); !command.isEmpty())
        capture.target = "/?CallbackCommand=" + command.toPercentEncoding() + "&contenttype=json";
    capture.head = "POST " + capture.target +
                   " HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) +
                   "\r\nX-SeatScope-Import: the body alone was imported, this head was made up\r\n\r\n";
    capture.body = body;
    return capture;
}

Result<QByteArray> readBodyFile(const QString &path)
{
    const Result<std::unique_ptr<QFile>> file = openInputFile(path);
    if (!file)
        return tl::unexpected<Error>(file.error());
    const auto tooLarge = [&path] {
        return failure(
            ExchangeText::tr("the file is larger than %1 bytes, too large for one body").arg(largestBodyFile), path,
            {});
    };
    if ((*file)->size() > largestBodyFile)
        return tooLarge();
    // It may grow meanwhile.
    QByteArray bytes = (*file)->read(largestBodyFile + 1);
    if ((*file)->error() != QFileDevice::NoError)
        return unreadable(**file);
    if (bytes.size() > largestBodyFile)
        return tooLarge();
    return bytes;
}

BodyReader::BodyReader(QByteArray body) : m_body(std::move(body)), m_size(m_body->size()) {}

Result<std::unique_ptr<BodyReader>> BodyReader::open(const QString &path)
{
    Result<LineReader> lines = LineReader::open(path, largestBodyFile);
    if (!lines)
        return tl::unexpected<Error>(lines.error());
    const Result<std::optional<LineReader::Line>> first = lines->next();
    if (!first)
        return tl::unexpected<Error>(first.error());
    if (*first && isJsonObject((*first)->bytes)) {
        lines = LineReader::open(path, largestBodyFile);
        if (!lines)
            return tl::unexpected<Error>(lines.error());
        return std::unique_ptr<BodyReader>(new BodyReader(*std::move(lines)));
    }
    const Result<QByteArray> body = readBodyFile(path);
    if (!body)
        return tl::unexpected<Error>(body.error());
    if (const std::optional<QString> problem = whyNoJson(body->trimmed()))
        return failure(ExchangeText::tr("this is no JSON: %1").arg(*problem), path, {});
    return std::make_unique<BodyReader>(body->trimmed());
}

Result<ImportedItem> BodyReader::next()
{
    if (!m_lines) {
        const std::optional<QByteArray> body = std::exchange(m_body, std::nullopt);
        return body ? ImportedItem(requestAround(*body)) : ImportedItem();
    }
    for (;;) {
        const Result<std::optional<LineReader::Line>> line = m_lines->next();
        if (!line)
            return tl::unexpected<Error>(line.error());
        if (!*line)
            return ImportedItem();
        const LineReader::Line &read = **line;
        const QString where = ExchangeText::tr("line %1").arg(read.number);
        if (read.isTooLong)
            return ImportedItem(
                ImportProblem{where, ExchangeText::tr("it is longer than %1 bytes").arg(m_lines->longest())});
        const QByteArray body = read.bytes.trimmed();
        if (body.isEmpty())
            continue;
        if (const std::optional<QString> problem = whyNoJson(body))
            return ImportedItem(ImportProblem{where, ExchangeText::tr("this is no JSON: %1").arg(*problem)});
        return ImportedItem(requestAround(body));
    }
}

qint64 BodyReader::position() const
{
    return m_lines ? m_lines->position() : m_body ? 0 : m_size;
}

qint64 BodyReader::size() const
{
    return m_lines ? m_lines->size() : m_size;
}

} // namespace seatscope
