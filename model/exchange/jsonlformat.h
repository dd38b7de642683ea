// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exchange/captureformat.h"

namespace seatscope {

/// The version of the format that is written, as its first line says.
inline constexpr int jsonlVersion = 1;
/// What the first line calls the format.
inline constexpr char jsonlName[] = "seatscope-captures";

/// Captures as lines of JSON, without loss: JSONL.md has the format. Exact bytes, every number of 64 bits as it is.
class JsonlFormat final : public CaptureFormat {
public:
    [[nodiscard]] QByteArray begin() override;
    [[nodiscard]] QByteArray entry(const Capture &capture) override;
    void append(const CaptureRow &row, QByteArray &bytes) override;
};

} // namespace seatscope
