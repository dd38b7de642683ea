// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace seatscope {

/// The content of a chunked body.
struct ChunkedContent {
    QByteArray content;
    qsizetype framedSize = 0; ///< bytes that it took, framing included
};

// Both are pure; any thread. RFC 9112 section 7.1.

/// \a content as a chunked body: one chunk, and the last one. Journals do not tell how the sender had cut it.
[[nodiscard]] QByteArray inOneChunk(const QByteArray &content);
/// The content of the chunked body that \a bytes begin with; nothing when it is broken, cut off or has trailers.
[[nodiscard]] std::optional<ChunkedContent> joinedChunks(QByteArrayView bytes);

} // namespace seatscope
