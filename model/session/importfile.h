// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace seatscope {

/// A sample of the documentation that had to be mended to be JSON.
struct ImportSample {
    QString before;
    QString after;
    QStringList changes; ///< in words, the first ones
    qint64 changeCount = 0;
};

/// What a file to import was found to be.
struct ImportFile {
    QString path;
    QString problem;                    ///< why it cannot be imported, without its name; empty when it can
    std::optional<ImportSample> sample; ///< then it is imported only if a person wants it so
};

/// Something that was not read of a file.
struct UnreadPart {
    QString file;
    QString where; ///< line, entry or number
    QString reason;
};

} // namespace seatscope

Q_DECLARE_METATYPE(seatscope::ImportFile)
