// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exchange/captureformat.h"

namespace seatscope {

/// A text of requests that editors send when told to: the HTTP Client of JetBrains' and the REST Client of VS Code.
/// Where to is a variable at its top; Host, Content-Length and how the body is cut are left to the editor. A request
/// that an editor would not send as it was is a comment that says why (editorObstacle()). Dates are those of the
/// arrival, in UTC.
class HttpClientFormat final : public CaptureFormat {
public:
    [[nodiscard]] QByteArray begin() override;
    [[nodiscard]] QByteArray entry(const Capture &capture) override;
};

} // namespace seatscope
