// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace seatscope {

/// SQLite's application_id of journals: "Seat".
inline constexpr int journalApplicationId = 0x53656174;
/// The format that this program writes; older ones are brought to it when they are opened for writing.
inline constexpr int journalVersion = 4;
/// The size of the pages of new journals, bytes.
inline constexpr qsizetype journalPageSize = 8192;

/// Statements that make an empty file a journal of version 1; kept because every journal goes that way.
[[nodiscard]] QStringList journalCreation();
/// Statements that bring a journal of \a version to the one after it. Run all steps in one transaction.
[[nodiscard]] QStringList journalMigration(int version);

} // namespace seatscope
