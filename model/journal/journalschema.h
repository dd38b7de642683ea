// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QStringList>

namespace seatscope {

/// SQLite's application_id of journals: "Seat".
inline constexpr int journalApplicationId = 0x53656174;
/// The format that this program writes; older ones are brought to it when they are opened for writing.
inline constexpr int journalVersion = 2;
/// Of a new file's pages, bytes.
inline constexpr int journalPageSize = 8192;

/// A table or index of version 2 that can be made anew from what the journal holds.
struct JournalPart {
    QString name;
    QString definition;  ///< as SQLite's schema gives it back
    QStringList renewal; ///< puts it in the place of one with another definition
};

/// Statements that make an empty file a journal of version 1; kept because every journal goes that way.
[[nodiscard]] QStringList journalCreation();
/// Statements that bring a journal of \a version to the one after it. Run all steps in one transaction.
[[nodiscard]] QStringList journalMigration(int version);
/// Parts that builds between two releases defined otherwise under the same version number. Run a renewal in one
/// transaction.
[[nodiscard]] QList<JournalPart> journalParts();

} // namespace seatscope
