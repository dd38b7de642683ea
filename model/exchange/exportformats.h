// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exchange/captureformat.h"

#include <QLatin1StringView>
#include <QString>

#include <memory>
#include <span>

namespace seatscope {

/// A format that captures can be written in, as one stream of bytes.
struct ExportFormat {
    QLatin1StringView name;       ///< stable: what --format takes
    QLatin1StringView suffix;     ///< of its files, without the dot
    const char *description = ""; ///< English, for exportFormatDescription()
    std::unique_ptr<CaptureFormat> (*make)() = nullptr;
    bool isText = true;       ///< else it is of no use on a clipboard or terminal
    bool canBeFolder = false; ///< its captures can also be the files of a folder: exportToFolder()
};

/// All formats, in the order in which they are offered. Pure; any thread.
[[nodiscard]] std::span<const ExportFormat> exportFormats();
/// The format with that name, null when there is none.
[[nodiscard]] const ExportFormat *exportFormatNamed(QStringView name);
/// What it is for, a sentence in the user's language.
[[nodiscard]] QString exportFormatDescription(const ExportFormat &format);

} // namespace seatscope
