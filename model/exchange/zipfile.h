// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"
#include "model/core/strongtypes.h"

#include <tl/expected.hpp>

#include <QFile>

#include <memory>
#include <optional>

struct archive;
struct archive_entry;

namespace seatscope {

/// What cannot be read of an entry.
struct ZipFault {
    QString reason;
    bool isFatal = false; ///< nothing more can be read either, until it is opened anew
};

/// Reads the entries of a zip one after the other, in the order in which they lie in it. Only by its list at the end:
/// what has none was cut off. Writes nothing anywhere. Use from one thread.
class ZipFile {
public:
    /// \a file is open and must live longer. Errors name it: it is no zip, is damaged or cut off.
    [[nodiscard]] static Result<std::unique_ptr<ZipFile>> open(QFile &file);

    /// Goes to the next entry; false when there is none. Error: the archive is damaged.
    [[nodiscard]] Result<bool> next();

    // Of the entry that next() went to.
    [[nodiscard]] QByteArray name() const; ///< from outside: for nothing but to be shown and compared
    [[nodiscard]] bool isFile() const;
    [[nodiscard]] bool isFolder() const;
    [[nodiscard]] bool isEncrypted() const;
    [[nodiscard]] qint64 size() const; ///< unpacked, as the archive tells; −1: it does not
    [[nodiscard]] std::optional<ArrivalTime> modified() const;
    /// Its bytes, once; no more than size().
    [[nodiscard]] tl::expected<QByteArray, ZipFault> content();

private:
    struct Deleter {
        void operator()(archive *read) const;
    };
    explicit ZipFile(const QFile &file);
    [[nodiscard]] tl::unexpected<Error> damaged() const;

    const QString m_name;
    std::unique_ptr<archive, Deleter> m_archive;
    archive_entry *m_entry = nullptr; ///< the archive's
};

} // namespace seatscope
