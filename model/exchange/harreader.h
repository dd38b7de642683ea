// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exchange/harscanner.h"
#include "model/exchange/importedcapture.h"
#include "model/exchange/importlimits.h"

#include <memory>

namespace seatscope {

/// Reads HAR files, those of HarFormat without any loss and those of browsers and proxies as far as they tell: see
/// readHarEntry(). Holds one entry at a time.
class HarReader final : public CaptureSource {
public:
    /// Opens \a path. Errors: it cannot be read, is no file, is larger than \a limits allow (nothing is read then), is
    /// no HAR file.
    [[nodiscard]] static Result<std::unique_ptr<CaptureSource>> open(const QString &path,
                                                                     const ImportLimits &limits = {});

    [[nodiscard]] Result<std::optional<std::variant<ImportedCapture, ImportProblem>>> next() override;
    [[nodiscard]] qint64 position() const override { return m_scanner->position(); }
    [[nodiscard]] qint64 size() const override { return m_size; }

private:
    HarReader(std::unique_ptr<HarScanner> scanner, qint64 size);

    std::unique_ptr<HarScanner> m_scanner;
    qint64 m_size;
};

} // namespace seatscope
