// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exchange/importedcapture.h"
#include "model/exchange/linereader.h"

#include <memory>
#include <optional>

namespace seatscope {

/// The largest file that is read as one body, bytes.
inline constexpr qint64 largestBodyFile = qint64{64} * 1024 * 1024;

/// A request that might have brought \a body: a POST to "/", whose target names the body's command, and whose head says
/// that it was made up. The application is not named, for nothing tells it. Pure; any thread.
[[nodiscard]] ImportedCapture requestAround(const QByteArray &body);

/// Reads bodies without a request: a file that is one JSON text, or one with a JSON object in each line. The bytes are
/// kept as they are, but for blanks and line ends around them. Use from one thread.
class BodyReader final : public CaptureSource {
public:
    /// Opens \a path. Whether the first line is an object by itself decides which of the two it is. Errors: it cannot
    /// be read, is too large for one body, is no JSON.
    [[nodiscard]] static Result<std::unique_ptr<BodyReader>> open(const QString &path);
    /// One body that is in memory already.
    explicit BodyReader(QByteArray body);

    [[nodiscard]] Result<ImportedItem> next() override;
    [[nodiscard]] qint64 position() const override;
    [[nodiscard]] qint64 size() const override;

private:
    explicit BodyReader(LineReader lines) : m_lines(std::move(lines)) {}

    std::optional<QByteArray> m_body;  ///< the only one, until it was read
    std::optional<LineReader> m_lines; ///< of bodies
    qint64 m_size = 0;                 ///< of the only one
};

/// All bytes of \a path. Errors: it cannot be read, is larger than largestBodyFile.
[[nodiscard]] Result<QByteArray> readBodyFile(const QString &path);
/// Why \a text is no JSON; nothing when it is. Pure; any thread.
[[nodiscard]] std::optional<QString> whyNoJson(const QByteArray &text);
/// Whether \a text is a JSON object and nothing else. Pure; any thread.
[[nodiscard]] bool isJsonObject(const QByteArray &text);

} // namespace seatscope
