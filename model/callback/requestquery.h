// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/strongtypes.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace seatscope {

/// What a request's target says: the documented keys of the query, percent-decoded.
/// Keys are compared without case; the lower-case keys of the v1 protocol (`command`, `sdkappid`) count too.
/// Where a key comes twice, the first one counts, as in Tencent's own samples of receivers.
struct RequestQuery {
    QByteArray path;                     ///< as sent, before '?', without scheme and authority
    std::optional<QString> sdkAppIdText; ///< absent when the key is absent
    std::optional<SdkAppId> sdkAppId;    ///< absent when the text is no positive integer
    QString command;
    QByteArray sign;
    std::optional<qint64> requestTimeS; ///< seconds since the epoch
    QString clientIp;
    QString platform; ///< OptPlatform as sent
};

/// Parses a request target (origin or absolute form, RFC 9112 section 3.2). Never fails; pure; any thread.
[[nodiscard]] RequestQuery parseRequestTarget(const QByteArray &target);

/// A pair of a target's query, percent-decoded.
struct QueryPair {
    QByteArray name;
    QByteArray value;
};

/// All pairs of the query of \a target, in its order. '+' is no blank, as in parseRequestTarget().
[[nodiscard]] std::vector<QueryPair> queryPairs(const QByteArray &target);
/// The path of \a target, percent-decoded.
[[nodiscard]] QByteArray decodedPath(const QByteArray &target);

} // namespace seatscope
