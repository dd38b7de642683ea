// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"

#include <QTemporaryDir>

#include <memory>

namespace seatscope {

/// The captures of a file that can be imported, in a journal of their own that is gone with the object: so a replay
/// filters and reads them as those of any journal, in memory that does not grow with the file.
class ReplayInput {
public:
    /// Reads \a path; says on stderr what cannot be read of it. Errors: there is nothing to be read, it is no such
    /// file, it has to be mended first, the temporary journal cannot be written, or \a interrupter became readable.
    [[nodiscard]] static Result<std::unique_ptr<ReplayInput>> open(const QString &path, int interrupter);

    [[nodiscard]] QString journal() const;
    /// How much could not be read.
    [[nodiscard]] qint64 notRead() const { return m_notRead; }

private:
    ReplayInput() = default;

    QTemporaryDir m_folder;
    qint64 m_notRead = 0;
};

} // namespace seatscope
