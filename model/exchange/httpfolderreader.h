// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exchange/importedcapture.h"
#include "model/exchange/importlimits.h"

#include <memory>
#include <vector>

namespace seatscope {

/// Reads the requests that are the files of a folder, in the order of their names (isNamedBefore()). When they were
/// changed last is their arrival. What is in its folders is not read, links are not followed, and nothing waits for a
/// pipe: all that is listed as not read. Holds the names, and one request at a time.
class HttpFolderReader final : public CaptureSource {
public:
    /// Errors: it cannot be read, has more entries than \a limits allow.
    [[nodiscard]] static Result<std::unique_ptr<HttpFolderReader>> open(const QString &path,
                                                                        const ImportLimits &limits = {});

    [[nodiscard]] Result<ImportedItem> next() override;
    [[nodiscard]] qint64 position() const override { return static_cast<qint64>(m_next); }
    /// Files, as position(): to ask each of them for its bytes would take as long as to read them.
    [[nodiscard]] qint64 size() const override { return static_cast<qint64>(m_names.size()); }

private:
    HttpFolderReader(QString folder, std::vector<QByteArray> names, const ImportLimits &limits);

    const QString m_folder;
    const std::vector<QByteArray> m_names;
    const ImportLimits m_limits;
    size_t m_next = 0;
};

/// Reads the file \a path, which must be one, as a request; when it was changed last is its arrival. Else why not, as
/// readHttpRequest() says it.
[[nodiscard]] tl::expected<ImportedCapture, QString> readHttpFile(const QByteArray &path,
                                                                  const ImportLimits &limits = {});

} // namespace seatscope
