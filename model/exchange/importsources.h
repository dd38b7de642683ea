// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exchange/captureimport.h"
#include "model/exchange/sampletext.h"

#include <QLatin1StringView>

#include <optional>
#include <span>

namespace seatscope {

/// What is looked at of a file to tell its format.
struct FileBeginning {
    QByteArray bytes;         ///< the first ones, without a byte order mark and blanks before them
    bool isDirectory = false; ///< then there are none
};

/// A file that can be imported.
struct OpenedInput {
    ImportInput input;
    /// The file is a sample that had to be mended: to be imported only after the person has seen this.
    std::optional<MendedSample> mended;
};

/// A format of files that can be imported. A new one is a row in importFormats().
struct ImportFormat {
    QLatin1StringView name;        ///< for --format
    QLatin1StringView description; ///< what such a file is, for a list
    bool (*isLike)(const FileBeginning &beginning) = nullptr;
    Result<OpenedInput> (*open)(const QString &path) = nullptr;
};

/// All formats; where several could read a file, the first one that finds it alike does.
[[nodiscard]] std::span<const ImportFormat> importFormats();

/// The format with that name, null when there is none.
[[nodiscard]] const ImportFormat *importFormat(QStringView name);

/// Opens \a path as \a format, or, with none, as what its first bytes look like; names do not count. Errors: it cannot
/// be read, it is nothing that can be imported, it is not of that format.
[[nodiscard]] Result<OpenedInput> openInput(const QString &path, const ImportFormat *format = nullptr);

} // namespace seatscope
