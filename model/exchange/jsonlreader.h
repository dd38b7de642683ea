// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exchange/importedcapture.h"
#include "model/exchange/linereader.h"

#include <memory>

namespace seatscope {

/// The first line of a jsonl file, as far as it tells what the file is.
inline constexpr QLatin1StringView jsonlFormatName("seatscope-captures");
/// The version of the format that is read; a higher one is refused.
inline constexpr qint64 jsonlVersion = 1;

/// Reads the jsonl format: a header line, then a capture in each line. Everything that is needed to have the same
/// capture again is read; what follows from it (command, room, findings, answer) is ignored, as are unknown keys. A
/// line that cannot be read is a problem that names the line. Use from one thread.
class JsonlReader final : public CaptureSource {
public:
    /// Opens \a path and reads its first line. Errors: it cannot be read, is empty, is another format or of a newer
    /// version; what was found is said.
    [[nodiscard]] static Result<std::unique_ptr<JsonlReader>> open(const QString &path,
                                                                   qsizetype longestLine = LineReader::longestLine);

    [[nodiscard]] Result<ImportedItem> next() override;
    [[nodiscard]] qint64 position() const override { return m_lines.position(); }
    [[nodiscard]] qint64 size() const override { return m_lines.size(); }

private:
    explicit JsonlReader(LineReader lines) : m_lines(std::move(lines)) {}
    [[nodiscard]] Result<void> readHeader();

    LineReader m_lines;
};

} // namespace seatscope
