// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"

#include <QByteArray>
#include <QString>

namespace seatscope {

/// Where captures are sent.
struct ReplayTarget {
    bool tls = false;
    QString host; ///< name or address, without brackets
    quint16 port = 80;
    QByteArray authority; ///< as the Host field has it
    QByteArray path;      ///< replaces the recorded path; empty: that is kept

    /// Scheme, host and port, for a person.
    [[nodiscard]] QString origin() const;
};

/// Reads an http or https URL. Its path counts unless it is "/". A user, a query or a fragment is refused: neither is
/// anywhere to go in a recorded request.
[[nodiscard]] Result<ReplayTarget> readReplayTarget(const QString &url);

/// \a target, a request's, with \a path in place of its path. The query stays, and in absolute form (RFC 9112 section
/// 3.2.2) scheme and authority. What has no path ("*", an authority) stays as it is.
[[nodiscard]] QByteArray withPath(const QByteArray &target, const QByteArray &path);

/// \a target with RequestTime and Sign of its query computed anew from \a token (RTC documentation 64412), where they
/// stand, or behind the other keys when they are missing. All else stays byte for byte.
[[nodiscard]] QByteArray signedAnew(const QByteArray &target, const QByteArray &token, qint64 requestTimeS);

} // namespace seatscope
