// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/receive/requestframer.h"

#include <algorithm>
#include <utility>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int uriTooLong = 414;
constexpr int headTooLarge = 431;
/// Empty lines before a request are ignored (RFC 9112 section 2.2), so many bytes of them.
constexpr int maxEmptyLineBytes = 16;

} // namespace

RequestFramer::RequestFramer(const ReceiveLimits &limits)
    : m_maxTarget(limits.targetBytes),
      m_maxHead(limits.headBytes),
      m_maxFields(limits.fields),
      m_maxBody(limits.bodyBytes)
{
}

qsizetype RequestFramer::take(QByteArrayView bytes)
{
    qsizetype taken = 0;
    if (m_state == State::Idle)
        taken = takeEmptyLines(bytes);
    if (m_state == State::Head)
        taken += takeHeadBytes(bytes.sliced(taken));
    if (m_state == State::Body)
        taken += takeBody(bytes.sliced(taken));
    m_taken += taken;
    return taken;
}

qsizetype RequestFramer::takeEmptyLines(QByteArrayView bytes)
{
    qsizetype taken = 0;
    for (const char byte : bytes) {
        const bool inLine = m_emptyLineBytes % 2 == 1;
        if (!inLine && byte != '\r') {
            m_state = State::Head;
            return taken;
        }
        ++taken;
        if (byte != (inLine ? '\n' : '\r') || ++m_emptyLineBytes > maxEmptyLineBytes) {
            m_head.bytes = (inLine ? QByteArray(1, '\r') : QByteArray()) + byte;
            refuse(Verdict::Malformed, u"this is no HTTP request"_s);
            return taken;
        }
    }
    return taken;
}

qsizetype RequestFramer::takeHeadBytes(QByteArrayView bytes)
{
    const qsizetype known = m_head.bytes.size();
    const QByteArrayView next = bytes.first(std::min(bytes.size(), m_maxHead - known));
    qsizetype end = 0;
    if (known == 0) {
        // The usual case: the head is here as a whole and is copied once, in its own size.
        end = scan(next);
        m_head.bytes = next.first(end).toByteArray();
    } else {
        m_head.bytes.append(next);
        end = scan(m_head.bytes);
        m_head.bytes.truncate(end);
    }
    if (m_state == State::Body)
        endHead();
    else if (m_state == State::Head && end == m_maxHead)
        refuse(Verdict::TooLarge, u"the head is beyond %1 bytes"_s.arg(m_maxHead), headTooLarge);
    return end - known;
}

/// Reads the lines that have come. The result is where the head ends: after its empty line or after the byte that
/// decides its refusal; at the end of what has come when it goes on.
qsizetype RequestFramer::scan(QByteArrayView head)
{
    while (m_state == State::Head) {
        // Whoever speaks TLS to this port begins so, and waits for an answer that HTTP does not have.
        if (m_lines == 0 && !isTokenByte(head.front())) {
            refuse(Verdict::Malformed, u"this is no HTTP request"_s);
            return 1;
        }
        const qsizetype lineEnd = head.indexOf('\n', m_searched);
        if (const qsizetype decided = lineEnd < 0 ? checkUnfinishedLine(head) : scanLine(head, lineEnd))
            return decided;
        if (lineEnd < 0)
            return head.size();
        m_searched = m_lineStart = lineEnd + 1;
        if (m_lineStart == head.size())
            return m_lineStart;
    }
    return head.size();
}

/// Judges the line whose LF is at \a lineEnd. The result is where the head ends, 0 when it goes on.
qsizetype RequestFramer::scanLine(QByteArrayView head, qsizetype lineEnd)
{
    if (const qsizetype tooLong = m_lines == 0 ? longTargetEnd(head, lineEnd) : 0)
        return tooLong;
    const QByteArrayView line = head.sliced(m_lineStart, lineEnd - m_lineStart);
    const bool last = m_lines > 0 && (line.isEmpty() || line == "\r");
    if (!last && m_lines > m_maxFields && line.front() != '\r')
        return checkUnfinishedLine(head);
    QLatin1StringView problem;
    if (!line.endsWith('\r'))
        problem = "a line of the head ends without CR LF"_L1;
    else if (m_lines == 0)
        problem = m_fields.readRequestLine(line.chopped(1), m_head);
    else if (!last)
        problem = m_fields.readField(line.chopped(1), m_head);
    else
        problem = m_fields.finish(m_head);
    ++m_lines;
    if (!problem.isEmpty())
        refuse(Verdict::Malformed, problem);
    else if (last)
        m_state = State::Body;
    return last || !problem.isEmpty() ? lineEnd + 1 : 0;
}

/// Looks for what can be told before a line ends. The result is where the head ends, 0 when it goes on.
qsizetype RequestFramer::checkUnfinishedLine(QByteArrayView head)
{
    m_searched = head.size();
    if (m_lines == 0)
        return longTargetEnd(head, head.size());
    if (m_lines > m_maxFields && m_lineStart < head.size() && head.at(m_lineStart) != '\r') {
        refuse(Verdict::TooLarge, u"the head has more than %1 fields"_s.arg(m_maxFields), headTooLarge);
        return m_lineStart + 1;
    }
    return 0;
}

/// Where the target of the request line has become too long, 0 when it has not. \a lineEnd is where its LF is, or as
/// far as the line has come.
qsizetype RequestFramer::longTargetEnd(QByteArrayView head, qsizetype lineEnd)
{
    const QByteArrayView line = head.first(lineEnd);
    const qsizetype start = line.indexOf(' ') + 1;
    if (start == 0 || line.size() - start <= m_maxTarget)
        return 0;
    if (line.sliced(start, m_maxTarget + 1).contains(' '))
        return 0;
    const qsizetype end = start + m_maxTarget + 1;
    m_head.method = line.first(start - 1).toByteArray();
    m_head.target = line.sliced(start, m_maxTarget).toByteArray();
    refuse(Verdict::TooLarge, u"the request target is beyond %1 bytes"_s.arg(m_maxTarget), uriTooLong);
    return end;
}

void RequestFramer::endHead()
{
    m_contentLeft = m_head.contentLength.value_or(0);
    if (m_contentLeft > m_maxBody)
        refuse(Verdict::TooLarge, u"the body is beyond %1 bytes"_s.arg(m_maxBody));
    else if (m_head.chunked)
        m_chunks = ChunkedFraming(m_maxBody);
    else if (m_contentLeft == 0)
        m_state = State::Complete;
}

qsizetype RequestFramer::takeBody(QByteArrayView bytes)
{
    if (!m_head.chunked) {
        const auto taken = static_cast<qsizetype>(std::min<qint64>(m_contentLeft, bytes.size()));
        m_contentLeft -= taken;
        if (m_contentLeft == 0)
            m_state = State::Complete;
        return taken;
    }
    const qint64 before = m_chunks.taken();
    const ChunkedFraming::State state = m_chunks.take(bytes);
    if (state == ChunkedFraming::State::Complete)
        m_state = State::Complete;
    else if (state == ChunkedFraming::State::Broken)
        refuse(Verdict::Malformed, m_chunks.problem());
    else if (state == ChunkedFraming::State::TooLarge)
        refuse(Verdict::TooLarge, u"the body is beyond %1 bytes"_s.arg(m_maxBody));
    return static_cast<qsizetype>(m_chunks.taken() - before);
}

void RequestFramer::refuse(Verdict verdict, const QString &reason, int status)
{
    m_state = State::Refused;
    m_refusal = {verdict, reason, status};
}

RefusedRequest RequestFramer::refused(const Ruling &ruling) const
{
    return {m_head.bytes, m_head.method, m_head.target, ruling};
}

RequestHead RequestFramer::takeHead()
{
    m_head.bodyBytes = m_head.chunked ? m_chunks.content() : m_head.contentLength.value_or(0);
    m_state = State::Idle;
    m_fields = {};
    m_taken = 0;
    m_emptyLineBytes = 0;
    m_lineStart = 0;
    m_searched = 0;
    m_lines = 0;
    m_contentLeft = 0;
    m_chunks = ChunkedFraming();
    return std::exchange(m_head, {});
}

} // namespace seatscope
