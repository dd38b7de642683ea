// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace seatscope {

/// Deletes the journal \a path if it never held anything: for who made it and then had nothing to put into it. Does
/// nothing while another program has it, or when it is no journal. Returns whether it is gone.
bool removeEmptyJournal(const QString &path);

} // namespace seatscope
