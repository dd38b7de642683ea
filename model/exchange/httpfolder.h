// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exchange/captureexport.h"

#include <QTemporaryDir>

#include <memory>

namespace seatscope {

/// A folder that comes into being as a whole: files are written into one beside it, which gets its name at last. What
/// was not committed is removed. Use from one thread.
class HttpFolder {
public:
    /// Error: there is something at \a target already that is no empty folder, or nothing can be made beside it.
    [[nodiscard]] static Result<std::unique_ptr<HttpFolder>> begin(const QString &target);

    /// Writes httpFileContent() under httpFileName(), dated with the arrival. The bytes written.
    [[nodiscard]] Result<qint64> add(const Capture &capture);
    /// Gives it its name, when all is on the disk.
    [[nodiscard]] Result<void> commit();

private:
    explicit HttpFolder(QString target);

    const QString m_target;
    QTemporaryDir m_beside;
    QString m_folder; ///< in m_beside, with the rights that new folders get
};

/// exportCaptures() into a folder, with a file for each capture as HttpArchive has them: all of it or nothing. Errors
/// name \a target.
[[nodiscard]] Result<ExportOutcome> exportToFolder(const JournalReader &journal, const CaptureChoice &choice,
                                                   Redactor *redactor, const QString &target,
                                                   const ExportWatch &watch = {});

} // namespace seatscope
