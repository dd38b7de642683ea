// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exchange/captureformat.h"

#include <QByteArray>
#include <QString>

namespace seatscope {

/// What a script says besides the captures.
struct CurlOptions {
    QString programVersion; ///< of SeatScope, which made the script
    QString day;            ///< on which it did, yyyy-MM-dd
};

/// A script for sh that sends each capture with curl (7.55 and later), one after the other, to the origin in the
/// variable SEATSCOPE_TO. A backend gets the recorded bytes (target, fields in their order and case, body) but for Host
/// and Content-Length, which curl writes, the first in front and the last behind the others, and for the blanks of a
/// field without a value. A body that came in chunks is sent with Content-Length: its chunks were not recorded.
///
/// What curl cannot send so is a comment that says why: requests that were not recorded whole, those that are no HTTP
/// of version 1.0 or 1.1, CONNECT, HEAD with a body, and heads of more than longestHead. The comments are not
/// translated. The script fails when a request could not be sent; what it is answered does not matter.
class CurlFormat final : public CaptureFormat {
public:
    explicit CurlFormat(CurlOptions options);

    [[nodiscard]] QByteArray begin() override;
    [[nodiscard]] QByteArray entry(const Capture &capture) override;
    [[nodiscard]] QByteArray end() override;

    /// Bytes. Linux takes 131,072 in one argument of a command.
    static constexpr qsizetype longestHead = 100'000;

private:
    CurlOptions m_options;
};

} // namespace seatscope
