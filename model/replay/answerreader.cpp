// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/replay/answerreader.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace seatscope {

namespace {

/// A line of a chunked body's framing is not longer.
constexpr qsizetype mostLineBytes = 8 << 10;

QString tr(const char *text)
{
    return QCoreApplication::translate("seatscope::AnswerReader", text);
}

/// The number that \a text is, from digits alone; -1 for anything else and beyond 18 digits.
qint64 digitsValue(QByteArrayView text)
{
    constexpr qsizetype mostDigits = 18;
    const bool areDigits = !text.isEmpty() && text.size() <= mostDigits &&
                           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    return areDigits ? text.toByteArray().toLongLong() : -1;
}

bool hasToken(QByteArrayView list, QByteArrayView token)
{
    qsizetype begin = 0;
    while (begin <= list.size()) {
        const qsizetype comma = list.indexOf(',', begin);
        const qsizetype end = comma < 0 ? list.size() : comma;
        if (list.sliced(begin, end - begin).trimmed().compare(token, Qt::CaseInsensitive) == 0)
            return true;
        begin = end + 1;
    }
    return false;
}

} // namespace

AnswerReader::State AnswerReader::take(QByteArrayView bytes)
{
    m_hasBegun = m_hasBegun || !bytes.isEmpty();
    while (!bytes.isEmpty() && m_state == State::Incomplete) {
        switch (m_place) {
        case Place::Head:
            takeHead(bytes);
            break;
        case Place::Length:
        case Place::UntilEnd:
        case Place::ChunkContent:
            takeContent(bytes);
            break;
        case Place::ChunkSize:
        case Place::ChunkEnd:
        case Place::Trailer:
            takeLine(bytes);
            break;
        }
    }
    if (!bytes.isEmpty())
        m_keepsAlive = false;
    return m_state;
}

AnswerReader::State AnswerReader::end()
{
    m_keepsAlive = false;
    if (m_state != State::Incomplete)
        return m_state;
    if (m_place == Place::UntilEnd)
        complete();
    else
        fail(m_hasBegun ? tr("the connection was closed in the middle of the answer")
                        : tr("the connection was closed without an answer"));
    return m_state;
}

void AnswerReader::takeHead(QByteArrayView &bytes)
{
    // The end may be torn apart: it is looked for from a little before the new bytes on.
    const qsizetype before = m_line.size();
    const qsizetype room = mostAnswerHeadBytes + 1 - before;
    const QByteArrayView taken = bytes.first(std::min(bytes.size(), room));
    m_line += taken;
    const qsizetype from = std::max<qsizetype>(0, before - 3);
    const qsizetype strict = m_line.indexOf("\r\n\r\n", from);
    const qsizetype lenient = m_line.indexOf("\n\n", from);
    if (strict < 0 && lenient < 0) {
        bytes = bytes.sliced(taken.size());
        if (m_line.size() > mostAnswerHeadBytes)
            fail(tr("the head of the answer is longer than %1 bytes").arg(mostAnswerHeadBytes));
        else if (!QByteArrayView("HTTP/1.").startsWith(
                     QByteArrayView(m_line).first(std::min<qsizetype>(7, m_line.size()))))
            fail(tr("the answer is no HTTP/1.x"));
        return;
    }
    const bool isStrict = strict >= 0 && (lenient < 0 || strict < lenient);
    const qsizetype size = isStrict ? strict + 4 : lenient + 2;
    bytes = bytes.sliced(size - before);
    m_line.truncate(size);
    readHead();
}

void AnswerReader::readHead()
{
    m_answer.head = std::exchange(m_line, {});
    const QByteArrayView head(m_answer.head);
    const qsizetype lineEnd = head.indexOf('\n');
    const QByteArrayView statusLine = head.first(lineEnd).trimmed();
    constexpr qsizetype statusAt = 9; // behind "HTTP/1.1 "
    const qint64 status = statusLine.size() >= statusAt + 3 ? digitsValue(statusLine.sliced(statusAt, 3)) : -1;
    if (!statusLine.startsWith("HTTP/1.") || statusLine[statusAt - 1] != ' ' || status < 100 ||
        (statusLine.size() > statusAt + 3 && statusLine[statusAt + 3] != ' ')) {
        fail(tr("the answer is no HTTP/1.x"));
        return;
    }
    m_answer.status = static_cast<int>(status);
    m_keepsAlive = statusLine[statusAt - 2] != '0';
    m_isChunked = false;
    m_hasLength = false;
    readFields(head.sliced(lineEnd + 1));
    constexpr int switchingProtocols = 101;
    if (m_state == State::Broken)
        return;
    if (status == switchingProtocols) {
        m_keepsAlive = false;
        complete();
    } else if (status >= 200) {
        beginBody();
    }
}

void AnswerReader::readFields(QByteArrayView fields)
{
    while (!fields.isEmpty()) {
        const qsizetype end = fields.indexOf('\n');
        const QByteArrayView line = fields.first(end).trimmed();
        fields = fields.sliced(end + 1);
        const qsizetype colon = line.indexOf(':');
        if (colon < 0)
            continue;
        const QByteArrayView name = line.first(colon);
        const QByteArrayView value = line.sliced(colon + 1).trimmed();
        if (name.compare("Connection", Qt::CaseInsensitive) == 0) {
            if (hasToken(value, "close"))
                m_keepsAlive = false;
            else if (hasToken(value, "keep-alive"))
                m_keepsAlive = true;
        } else if (name.compare("Transfer-Encoding", Qt::CaseInsensitive) == 0) {
            m_isChunked = hasToken(value, "chunked");
        } else if (name.compare("Content-Length", Qt::CaseInsensitive) == 0) {
            const qint64 length = digitsValue(value);
            if (length < 0 || (m_hasLength && length != m_length))
                fail(tr("the answer has a Content-Length that is none"));
            m_hasLength = true;
            m_length = length;
        }
    }
}

void AnswerReader::beginBody()
{
    constexpr int noContent = 204;
    constexpr int notModified = 304;
    if (m_toHead || m_answer.status == noContent || m_answer.status == notModified) {
        complete();
    } else if (m_isChunked) {
        m_keepsAlive = m_keepsAlive && !m_hasLength;
        m_place = Place::ChunkSize;
    } else if (m_hasLength) {
        m_place = Place::Length;
        m_left = m_length;
        if (m_left == 0)
            complete();
    } else {
        m_place = Place::UntilEnd;
    }
}

void AnswerReader::takeContent(QByteArrayView &bytes)
{
    const qsizetype size =
        m_place == Place::UntilEnd ? bytes.size() : static_cast<qsizetype>(std::min<qint64>(bytes.size(), m_left));
    const qint64 kept = std::min<qint64>(size, mostAnswerBytes - m_answer.body.size());
    m_answer.body += bytes.first(static_cast<qsizetype>(kept));
    m_answer.bodySize += size;
    bytes = bytes.sliced(size);
    if (m_place == Place::UntilEnd)
        return;
    m_left -= size;
    if (m_left > 0)
        return;
    if (m_place == Place::Length)
        complete();
    else
        m_place = Place::ChunkEnd;
}

void AnswerReader::takeLine(QByteArrayView &bytes)
{
    const qsizetype end = bytes.indexOf('\n');
    const QByteArrayView taken = bytes.first(end < 0 ? bytes.size() : end + 1);
    bytes = bytes.sliced(taken.size());
    m_line += taken;
    if (m_line.size() > mostLineBytes) {
        fail(tr("the chunks of the answer are broken"));
    } else if (end >= 0) {
        const QByteArray line = std::exchange(m_line, {});
        readLine(QByteArrayView(line).trimmed());
    }
}

void AnswerReader::readLine(QByteArrayView line)
{
    if (m_place == Place::ChunkSize) {
        readChunkSize(line);
    } else if (m_place == Place::ChunkEnd) {
        if (!line.isEmpty())
            fail(tr("the chunks of the answer are broken"));
        m_place = Place::ChunkSize;
    } else {
        m_trailerBytes += line.size();
        if (line.isEmpty())
            complete();
        else if (m_trailerBytes > mostAnswerHeadBytes)
            fail(tr("the chunks of the answer are broken"));
    }
}

void AnswerReader::readChunkSize(QByteArrayView line)
{
    constexpr qsizetype mostDigits = 15;
    const qsizetype semicolon = line.indexOf(';');
    const QByteArrayView digits = (semicolon < 0 ? line : line.first(semicolon)).trimmed();
    bool isNumber = false;
    const qint64 size = digits.toByteArray().toLongLong(&isNumber, 16);
    if (!isNumber || size < 0 || digits.size() > mostDigits || digits.startsWith('+') || digits.startsWith("0x")) {
        fail(tr("the chunks of the answer are broken"));
        return;
    }
    m_left = size;
    m_place = size > 0 ? Place::ChunkContent : Place::Trailer;
}

void AnswerReader::fail(const QString &problem)
{
    m_problem = problem;
    m_state = State::Broken;
    m_keepsAlive = false;
}

} // namespace seatscope
