// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The input is what a sender writes to a connection: any number of requests.

#include "model/receive/requestframer.h"
#include "tests/fuzz/bytesource.h"
#include "tests/fuzz/check.h"

#include <vector>

namespace seatscope::fuzz {

namespace {

/// Small, so that inputs reach them.
ReceiveLimits smallLimits()
{
    ReceiveLimits limits;
    limits.targetBytes = 64;
    limits.headBytes = 512;
    limits.fields = 8;
    limits.bodyBytes = 256;
    return limits;
}

/// Follows a connection piece by piece, as its guard does, and gathers what becomes of its requests.
class Follower {
public:
    void take(QByteArrayView piece);
    /// Whether the framer saw the same, up to where both have come.
    void requireSame(const Follower &other) const;

private:
    void check(QByteArrayView before, qsizetype taken) const;
    void endRequest();

    const ReceiveLimits m_limits = smallLimits();
    RequestFramer m_framer{m_limits};
    std::vector<RequestHead> m_complete;
    std::vector<RefusedRequest> m_refused;
    qint64 m_consumed = 0; ///< bytes of the connection that belong to requests
};

void Follower::take(QByteArrayView piece)
{
    while (!piece.isEmpty() && m_refused.empty()) {
        const qsizetype taken = m_framer.take(piece);
        check(piece, taken);
        m_consumed += taken;
        piece = piece.sliced(taken);
        endRequest();
    }
}

void Follower::check(QByteArrayView before, qsizetype taken) const
{
    using State = RequestFramer::State;
    require(taken >= 0 && taken <= before.size(), "a framer takes of what there is");
    require(taken > 0, "a framer that waits for bytes takes some");
    const bool ends = m_framer.state() == State::Complete || m_framer.state() == State::Refused;
    require(ends || taken == before.size(), "a request that goes on takes everything");
    const RequestHead &head = m_framer.head();
    require(head.bytes.size() <= m_limits.headBytes, "a head is bounded");
    if (m_framer.state() != State::Body && m_framer.state() != State::Complete)
        return;
    require(!(head.chunked && head.contentLength), "a body has one length");
    require(head.contentLength.value_or(0) >= 0, "a length is not negative");
    require(head.contentLength.value_or(0) <= m_limits.bodyBytes, "a body is bounded");
}

void Follower::endRequest()
{
    using State = RequestFramer::State;
    if (m_framer.state() == State::Refused) {
        const RefusedRequest refused = m_framer.refused(m_framer.refusal());
        require(isRefused(refused.ruling.verdict), "a refusal has a verdict");
        require(!refused.ruling.reason.isEmpty(), "a refusal has a reason");
        require(httpStatus(refused.ruling) >= 400, "a refusal has a status");
        require(m_framer.take("x") == 0, "what is refused takes nothing more");
        m_refused.push_back(refused);
    } else if (m_framer.state() == State::Complete) {
        const RequestHead head = m_framer.takeHead();
        const QByteArray line = head.method + ' ' + head.target + " HTTP/1.";
        require(head.bytes.startsWith(line), "method and target are as they were sent");
        require(head.bytes.endsWith("\r\n\r\n"), "a head is whole");
        require(!head.bytes.contains('\0'), "a head has no NUL");
        require(m_framer.state() == State::Idle && m_framer.taken() == 0, "the next request begins anew");
        m_complete.push_back(head);
    }
}

void Follower::requireSame(const Follower &other) const
{
    require(m_framer.state() == other.m_framer.state() && m_consumed == other.m_consumed,
            "splitting changes no boundaries");
    require(m_framer.head().bytes == other.m_framer.head().bytes, "splitting changes no unfinished head");
    require(m_complete.size() == other.m_complete.size(), "splitting changes no number of requests");
    for (size_t i = 0; i < m_complete.size(); ++i) {
        const RequestHead &one = m_complete.at(i);
        const RequestHead &two = other.m_complete.at(i);
        require(one.bytes == two.bytes && one.method == two.method && one.target == two.target &&
                    one.contentLength == two.contentLength && one.chunked == two.chunked &&
                    one.expectContinue == two.expectContinue && one.keepAlive == two.keepAlive,
                "splitting changes no head");
    }
    require(m_refused.size() == other.m_refused.size(), "splitting changes no verdict");
    for (size_t i = 0; i < m_refused.size(); ++i) {
        const RefusedRequest &one = m_refused.at(i);
        const RefusedRequest &two = other.m_refused.at(i);
        require(one.head == two.head && one.method == two.method && one.target == two.target &&
                    one.ruling.verdict == two.ruling.verdict && one.ruling.reason == two.ruling.reason &&
                    httpStatus(one.ruling) == httpStatus(two.ruling),
                "splitting changes no refusal");
    }
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
    bytewise.requireSame(whole);

    InputDice dice(sent);
    for (int round = 0; round < 4; ++round) {
        Follower pieces;
        for (qsizetype at = 0; at < sent.size();) {
            const qsizetype length = qMin(1 + dice.pick(64), sent.size() - at);
            pieces.take(QByteArrayView(sent).sliced(at, length));
            at += length;
        }
        pieces.requireSame(whole);
    }
    return 0;
}
