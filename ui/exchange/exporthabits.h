// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exchange/exportform.h"

#include <QString>

namespace seatscope {

/// How captures were exported last, kept in the program's settings.
struct ExportHabits {
    QString folder; ///< the home folder where nothing was exported, or the folder is gone
    ExportForm form;
    bool redacts = false;

    [[nodiscard]] static ExportHabits load();
    void save() const;
};

/// A file in \a folder that is not there yet, named after \a journal and the \a day (yyyy-MM-dd), for \a format:
/// "project-2026-11-24.jsonl", "project-2026-11-24-2.jsonl", …
[[nodiscard]] QString suggestedTarget(const QString &folder, const QString &journal, const QString &day,
                                      const ExportFormat &format);
/// \a path with the suffix of \a format in the place of another format's, or of none. Any other suffix was meant so.
[[nodiscard]] QString withSuffixOf(const ExportFormat &format, const QString &path);

} // namespace seatscope
