// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exchange/captureimport.h"

#include <deque>
#include <optional>
#include <vector>

namespace seatscope {

/// How much of files may be held in memory.
struct HeldLimits {
    qint64 captures = 20'000;
    qint64 bytes = qint64{32} * 1024 * 1024; ///< of heads and bodies
};

/// Captures in memory, to be read where reading a file would take too long. Each is let go of once it has been read.
class HeldCaptures final : public CaptureSource {
public:
    void add(ImportedCapture capture);

    [[nodiscard]] Result<std::optional<std::variant<ImportedCapture, ImportProblem>>> next() override;
    [[nodiscard]] qint64 position() const override { return m_read; }
    [[nodiscard]] qint64 size() const override { return m_size; }

private:
    std::deque<ImportedCapture> m_captures;
    qint64 m_read = 0; ///< bytes of those that were read
    qint64 m_size = 0; ///< bytes of all
};

/// What files hold, in memory.
struct HeldInputs {
    std::vector<ImportInput> inputs; ///< without what could not be read of them
    qint64 captures = 0;
    qint64 notRead = 0;
    bool isTooMuch = false;   ///< there is more than the limits allow; then inputs is empty
    bool isCancelled = false; ///< then inputs is empty
};

/// Reads all of \a inputs. \a observer is told what cannot be read, and how far it is; it may cancel. Errors: an input
/// cannot be read on.
[[nodiscard]] Result<HeldInputs> holdInputs(std::vector<ImportInput> &inputs, const HeldLimits &limits,
                                            ImportObserver &observer);

} // namespace seatscope
