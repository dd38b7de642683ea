// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <tl/expected.hpp>

#include <QByteArray>
#include <QString>

#include <optional>

namespace seatscope {

/// What the head of an HTTP request says about its framing (RFC 9112).
struct RequestHead {
    QByteArray bytes; ///< everything up to and including the empty line, byte for byte
    QByteArray method;
    QByteArray target;
    std::optional<qint64> contentLength; ///< bytes
    bool chunked = false;
    bool expectContinue = false; ///< the sender waits for "100 Continue" before it sends the body
    bool keepAlive = true;       ///< the sender lets the connection live on after the answer
};

/// Why a head is refused.
struct HeadError {
    QString reason;
    QByteArray method; ///< as far as it could be read, empty otherwise
    QByteArray target;
};

/// Bytes up to which a head is read before it is refused.
inline constexpr qsizetype maxHeadBytes = 32 * 1024;

/// The length of the head at the start of \a received, its empty line included; nothing while it is incomplete.
/// \a searchFrom is where an earlier call had given up, so that a head that comes in pieces is not searched twice.
[[nodiscard]] std::optional<qsizetype> headLength(const QByteArray &received, qsizetype searchFrom);

/// What is wrong with a head that has not come in full yet: nothing, as far as can be told from \a received.
/// Qt's parser gives up on a broken request line at its end, so it must be turned down before Qt sees that.
[[nodiscard]] std::optional<HeadError> earlyProblem(const QByteArray &received);

/// Parses a complete head. Strict where leniency lets two programs see different requests (request smuggling):
/// one valid Content-Length, none beside Transfer-Encoding, only "chunked", no NUL, bare CR or folded lines. An Upgrade
/// to WebSocket is refused, because Qt would act on it; others are ignored (RFC 9110 section 7.8).
[[nodiscard]] tl::expected<RequestHead, HeadError> parseHead(const QByteArray &bytes);

} // namespace seatscope
