// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/linereader.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <utility>

namespace seatscope {

namespace {

struct ExchangeText {
    Q_DECLARE_TR_FUNCTIONS(seatscope::Exchange)
};

/// Bytes that are read at once.
constexpr qsizetype chunk = qsizetype{256} * 1024;

} // namespace

tl::unexpected<Error> unreadable(const QFile &file)
{
    return failure(ExchangeText::tr("the file cannot be read (%1)").arg(file.errorString()), file.fileName(),
                   ExchangeText::tr("Check the name and whether you may read it."));
}

Result<std::unique_ptr<QFile>> openInputFile(const QString &path)
{
    // Whoever opens a pipe waits for its other end.
    const QFileInfo info(path);
    if (info.exists() && !info.isFile())
        return failure(ExchangeText::tr("this is no file"), path, ExchangeText::tr("Name a file."));
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return unreadable(*file);
    return file;
}

LineReader::LineReader(std::unique_ptr<QFile> file, qsizetype longest)
    : m_file(std::move(file)),
      m_longest(longest),
      m_size(m_file->size())
{
}

Result<LineReader> LineReader::open(const QString &path, qsizetype longest)
{
    Result<std::unique_ptr<QFile>> file = openInputFile(path);
    if (!file)
        return tl::unexpected<Error>(file.error());
    return LineReader(*std::move(file), longest);
}

Result<bool> LineReader::fill()
{
    m_buffer.remove(0, m_begin);
    m_begin = 0;
    const qsizetype before = m_buffer.size();
    m_buffer.resize(before + chunk);
    const qint64 count = m_file->read(m_buffer.data() + before, chunk);
    m_buffer.resize(before + qMax<qint64>(count, 0));
    if (count < 0)
        return unreadable(*m_file);
    return count > 0;
}

LineReader::Line LineReader::take(qsizetype count, qsizetype end)
{
    Line line;
    line.number = ++m_line;
    line.isTooLong = std::exchange(m_isTooLong, false) || count > m_longest;
    line.isEnded = end > 0;
    if (!line.isTooLong)
        line.bytes = m_buffer.mid(m_begin, count);
    m_begin += count + end;
    m_position += count + end;
    return line;
}

Result<std::optional<LineReader::Line>> LineReader::next()
{
    for (qsizetype searched = m_begin;;) {
        const qsizetype end = m_buffer.indexOf('\n', searched);
        if (end >= 0)
            return take(end - m_begin, 1);
        const qsizetype waiting = m_buffer.size() - m_begin;
        if (waiting > m_longest) {
            // Its rest is read and forgotten.
            m_isTooLong = true;
            m_position += waiting;
            m_begin = m_buffer.size();
        }
        searched = m_buffer.size() - m_begin;
        const Result<bool> more = fill();
        if (!more)
            return tl::unexpected<Error>(more.error());
        if (!*more) {
            const qsizetype rest = m_buffer.size() - m_begin;
            if (rest == 0 && !m_isTooLong)
                return std::nullopt;
            return take(rest, 0);
        }
    }
}

} // namespace seatscope
