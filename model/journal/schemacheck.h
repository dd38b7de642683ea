// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"

#include <QString>

struct sqlite3;

namespace seatscope {

/// Lets nothing in \a database's schema run by itself: no triggers, no views, no functions with side effects, and no
/// statement may write to the file's own structures (https://www.sqlite.org/security.html, "Untrusted SQLite Database
/// Files").
void distrustSchema(sqlite3 *database);

/// Names something in the schema of \a database, as "view capture", that a journal of \a version has not or has
/// otherwise; empty when there is none. Nothing of the schema runs. That a part is missing is not looked for. The error
/// tells SQLite's words alone: the caller knows the file.
[[nodiscard]] Result<QString> foreignSchemaPart(sqlite3 *database, qint64 version);

} // namespace seatscope
