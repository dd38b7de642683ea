// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exchange/captureformat.h"

#include <memory>

struct archive;

namespace seatscope {

/// A zip with a file for each capture, which is the request as it came: httpFileContent() under httpFileName(), dated
/// with its arrival (whole seconds; a zip has no others). It is made as a stream, and holds on to what a zip lists at
/// its end: some 300 bytes a capture. Zip64 where it has to be.
class HttpArchive final : public CaptureFormat {
public:
    HttpArchive() = default;
    HttpArchive(const HttpArchive &) = delete;
    HttpArchive &operator=(const HttpArchive &) = delete;
    ~HttpArchive() override = default;

    [[nodiscard]] QByteArray begin() override;
    [[nodiscard]] QByteArray entry(const Capture &capture) override;
    [[nodiscard]] QByteArray end() override;

private:
    struct Deleter {
        void operator()(archive *written) const;
    };

    QByteArray m_bytes; ///< that were written and not taken yet; outlives the archive, which writes when it ends
    std::unique_ptr<archive, Deleter> m_archive;
};

} // namespace seatscope
