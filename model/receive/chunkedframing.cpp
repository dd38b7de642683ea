// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/receive/chunkedframing.h"

#include <algorithm>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// More hexadecimal digits than any size within a limit needs.
constexpr int maxSizeDigits = 15;
/// Nobody uses chunk extensions; some bytes of them are no attack.
constexpr int maxExtensionBytes = 256;
/// The framing of tiny chunks is many times their content: it may be as long as the largest body, and this much longer.
constexpr qint64 extraFramingBytes = 64 * 1024;

int hexValue(char byte)
{
    if (byte >= '0' && byte <= '9')
        return byte - '0';
    if (byte >= 'a' && byte <= 'f')
        return byte - 'a' + 10;
    if (byte >= 'A' && byte <= 'F')
        return byte - 'A' + 10;
    return -1;
}

bool isBlank(char byte)
{
    return byte == ' ' || byte == '\t';
}

bool isControl(char byte)
{
    return (static_cast<uchar>(byte) < ' ' && byte != '\t') || byte == '\x7f';
}

} // namespace

ChunkedFraming::ChunkedFraming(qint64 maxContentBytes)
    : m_maxContentBytes(maxContentBytes),
      m_framingLeft(maxContentBytes + extraFramingBytes)
{
}

ChunkedFraming::State ChunkedFraming::take(QByteArrayView bytes)
{
    while (m_state == State::Incomplete && !bytes.isEmpty()) {
        if (m_place == Place::Content) {
            const auto size = static_cast<qsizetype>(std::min<qint64>(m_chunkLeft, bytes.size()));
            bytes = bytes.sliced(size);
            m_taken += size;
            m_chunkLeft -= size;
            if (m_chunkLeft == 0)
                m_place = Place::ContentReturn;
        } else {
            takeByte(bytes.front());
            bytes = bytes.sliced(1);
            ++m_taken;
            if (m_state == State::Incomplete && --m_framingLeft < 0)
                m_state = State::TooLarge;
        }
    }
    return m_state;
}

void ChunkedFraming::takeByte(char byte)
{
    switch (m_place) {
    case Place::Size:
        takeSizeByte(byte);
        break;
    case Place::BeforeExtension:
    case Place::Extension:
        takeExtensionByte(byte);
        break;
    case Place::SizeLineFeed:
        expect(byte, '\n', Place::Content);
        if (m_state == State::Incomplete)
            endSizeLine();
        break;
    case Place::Content:
        break; // handled in take()
    case Place::ContentReturn:
        expect(byte, '\r', Place::ContentLineFeed);
        break;
    case Place::ContentLineFeed:
        expect(byte, '\n', Place::Size);
        m_sizeDigits = 0;
        m_extensionBytes = 0;
        break;
    case Place::EndReturn:
        if (byte != '\r')
            fail(u"trailers after a chunked body are not taken"_s);
        m_place = Place::EndLineFeed;
        break;
    case Place::EndLineFeed:
        expect(byte, '\n', Place::EndLineFeed);
        if (m_state == State::Incomplete)
            m_state = State::Complete;
        break;
    }
}

void ChunkedFraming::takeSizeByte(char byte)
{
    const int digit = hexValue(byte);
    if (digit >= 0) {
        if (++m_sizeDigits > maxSizeDigits)
            fail(u"a chunk size is too long"_s);
        else
            m_chunkLeft = m_chunkLeft * 16 + digit;
    } else if (m_sizeDigits > 0 && byte == '\r') {
        m_place = Place::SizeLineFeed;
    } else if (m_sizeDigits > 0 && (byte == ';' || isBlank(byte))) {
        m_place = Place::BeforeExtension;
        takeExtensionByte(byte);
    } else {
        fail(u"a chunk size is no hexadecimal number"_s);
    }
}

void ChunkedFraming::takeExtensionByte(char byte)
{
    // RFC 9112 section 7.1.1: blanks (BWS) may come before the semicolon, and nothing else; without one they are
    // nothing that a size may end with.
    const bool before = m_place == Place::BeforeExtension;
    if (before && byte == ';')
        m_place = Place::Extension;
    else if (!before && byte == '\r')
        m_place = Place::SizeLineFeed;
    else if ((before ? !isBlank(byte) : isControl(byte)) || ++m_extensionBytes > maxExtensionBytes)
        fail(u"a chunk extension is broken or too long"_s);
}

void ChunkedFraming::endSizeLine()
{
    m_content += m_chunkLeft;
    if (m_content > m_maxContentBytes)
        m_state = State::TooLarge;
    else if (m_chunkLeft == 0)
        m_place = Place::EndReturn;
}

void ChunkedFraming::expect(char byte, char wanted, Place next)
{
    if (byte != wanted)
        fail(u"a chunk does not end with CR LF"_s);
    m_place = next;
}

void ChunkedFraming::fail(const QString &problem)
{
    m_state = State::Broken;
    m_problem = problem;
}

} // namespace seatscope
