// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The input is what a sender writes to a connection, up to the end of its first request.

#include "model/receive/chunkedframing.h"
#include "model/receive/requesthead.h"
#include "tests/fuzz/bytesource.h"
#include "tests/fuzz/check.h"

namespace seatscope::fuzz {

namespace {

constexpr qint64 mostContent = 4096;

/// What the framing of a request comes to.
struct Framed {
    bool refused = false;
    bool isWholeHead = false;
    RequestHead head;
    ChunkedFraming::State chunks = ChunkedFraming::State::Incomplete;
    QString chunkProblem;
};

/// Follows a request piece by piece, as the guard of a connection does.
class Follower {
public:
    void take(QByteArrayView piece);
    [[nodiscard]] const Framed &framed() const { return m_framed; }

private:
    void takeHead();
    void takeBody(QByteArrayView bytes);

    QByteArray m_received;
    qsizetype m_searched = 0;
    Framed m_framed;
    ChunkedFraming m_chunks{mostContent};
};

void Follower::take(QByteArrayView piece)
{
    if (m_framed.refused)
        return;
    if (m_framed.isWholeHead) {
        takeBody(piece);
        return;
    }
    m_received.append(piece);
    takeHead();
}

void Follower::takeHead()
{
    const auto length = headLength(m_received, m_searched);
    if (!length || *length > maxHeadBytes) {
        m_searched = m_received.size();
        m_framed.refused = length || m_received.size() > maxHeadBytes || earlyProblem(m_received);
        return;
    }
    const QByteArray bytes = m_received.first(*length);
    auto head = parseHead(bytes);
    if (!head) {
        m_framed.refused = true;
        require(!head.error().reason.isEmpty(), "a refusal has a reason");
        return;
    }
    require(head->bytes == bytes, "the head is kept byte for byte");
    const QByteArray line = head->method + ' ' + head->target + " HTTP/1.";
    require(bytes.contains(line), "method and target are as they were sent");
    require(!(head->chunked && head->contentLength), "a body has one length");
    require(head->contentLength.value_or(0) >= 0, "a length is not negative");
    m_framed.head = *std::move(head);
    m_framed.isWholeHead = true;
    takeBody(QByteArrayView(m_received).sliced(*length));
}

void Follower::takeBody(QByteArrayView bytes)
{
    if (!m_framed.head.chunked)
        return;
    m_framed.chunks = m_chunks.take(bytes);
    m_framed.chunkProblem = m_chunks.problem();
    require(m_framed.chunkProblem.isEmpty() == (m_framed.chunks != ChunkedFraming::State::Broken),
            "what is broken, and nothing else, has a problem");
}

void checkSame(const Framed &one, const Framed &other)
{
    require(one.refused == other.refused && one.isWholeHead == other.isWholeHead, "splitting changes nothing");
    require(one.head.bytes == other.head.bytes && one.head.method == other.head.method &&
                one.head.target == other.head.target && one.head.contentLength == other.head.contentLength &&
                one.head.chunked == other.head.chunked && one.head.expectContinue == other.head.expectContinue &&
                one.head.keepAlive == other.head.keepAlive,
            "splitting changes no head");
    require(one.chunks == other.chunks && one.chunkProblem == other.chunkProblem, "splitting changes no body");
}

} // namespace

} // namespace seatscope::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace seatscope::fuzz;
    const QByteArray sent = inputBytes(data, size);
    Follower whole;
    whole.take(sent);

    Follower bytewise;
    for (qsizetype i = 0; i < sent.size(); ++i)
        bytewise.take(QByteArrayView(sent).sliced(i, 1));
    checkSame(whole.framed(), bytewise.framed());

    InputDice dice(sent);
    for (int round = 0; round < 4; ++round) {
        Follower pieces;
        for (qsizetype at = 0; at < sent.size();) {
            const qsizetype length = qMin(1 + dice.pick(64), sent.size() - at);
            pieces.take(QByteArrayView(sent).sliced(at, length));
            at += length;
        }
        checkSame(whole.framed(), pieces.framed());
    }
    return 0;
}
