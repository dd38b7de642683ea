// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exchange/captureformat.h"

#include <QByteArray>
#include <QString>

namespace seatscope {

/// What a HAR file says besides the captures.
struct HarOptions {
    QString programVersion;                      ///< of SeatScope, which made the file
    QByteArray origin = "http://localhost:8088"; ///< scheme, host and port for requests that name no host
};

/// HTTP Archive 1.2 (http://www.softwareishard.com/blog/har-12-spec/), one entry a capture.
///
/// Headers are told as recorded, cookies not apart from them. A body that is not UTF-8 is in `request._content` in
/// base64, with `_requestBodyStatus` "discarded:not-representable", as HTTP Toolkit does it and others read it; HAR has
/// no encoding for `postData`. The answer is worked out from the verdict, as it was when it was sent. Times other than
/// that of the arrival are not known: 0 where the specification wants a number, else −1.
///
/// What HAR has no place for is in fields of our own beside `request`, so that HarReader loses nothing: `_seq`,
/// `_peer`,
/// `_verdict`, `_reason`, `_flags`, `_duplicateOf`, `_origin`, `_bookmarked`, `_note`; `_head` in base64 where
/// `request` does not tell the head byte for byte, `_method` and `_target` in base64 where the head does not tell them,
/// and `_receivedUs` where the arrival is no date.
class HarFormat final : public CaptureFormat {
public:
    explicit HarFormat(HarOptions options);

    [[nodiscard]] QByteArray begin() override;
    [[nodiscard]] QByteArray entry(const Capture &capture) override;
    [[nodiscard]] QByteArray end() override;

private:
    HarOptions m_options;
    bool m_isFirst = true;
};

} // namespace seatscope
