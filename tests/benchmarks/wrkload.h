// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace seatscope::bench {

/// What one run of wrk measured.
struct WrkFigures {
    qint64 requests = 0;  ///< answered, and answered with a status below 400
    double perSecond = 0; ///< requests a second
    double p99Ms = 0;     ///< 99th percentile of the latency, ms
    qint64 badStatus = 0; ///< answers with a status of 400 and above
    qint64 socketErrors = 0;

    [[nodiscard]] bool clean() const { return requests > 0 && badStatus == 0 && socketErrors == 0; }
};

/// The figures in what wrk printed with ingest.lua; nothing when the line is missing or broken.
[[nodiscard]] std::optional<WrkFigures> parseWrkOutput(const QByteArray &output);

/// Loads the server at \a url for \a seconds with 32 connections; blocks. Nothing when wrk could not run.
/// The requests are signed with \a token, once for the whole run: at most 60 s, as long as a signature is valid.
[[nodiscard]] std::optional<WrkFigures> runWrk(const QString &url, int seconds, const QByteArray &token);

} // namespace seatscope::bench
