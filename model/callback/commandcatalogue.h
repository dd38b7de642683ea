// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/commandentry.h"

#include <QStringView>

#include <span>

namespace seatscope {

// What Tencent documents about its callbacks, as one table. It drives decoding, findings and what the window explains.
// Pure; any thread.

/// Whether \a command is one of the documented family. The Chat families are documented elsewhere and known by prefix.
[[nodiscard]] bool isInCatalogue(QStringView command);

/// The product that \a command belongs to, by its prefix. Unknown for seatInfoChangedCommand, which two products share.
[[nodiscard]] Product productOfCommand(QStringView command);

/// All entries. A command comes before its family.
[[nodiscard]] std::span<const CommandEntry> catalogueEntries();

/// The entry of \a command; null when it is not documented. Only for seatInfoChangedCommand and for TRTC events, which
/// name no command, \a product matters.
[[nodiscard]] const CommandEntry *catalogueEntry(QStringView command, Product product);

/// The field of \a entry that the JSON pointer \a pointer (RFC 6901) names, for example "/RoomInfo/MaxSeatCount" or
/// "/SeatList/3/Index"; an element of a list is its list. Null when it is not documented.
[[nodiscard]] const FieldEntry *catalogueField(const CommandEntry &entry, QStringView pointer);

/// Whether the sender acts on the answer to \a command, which belongs to \a entry.
[[nodiscard]] CallbackTiming timingOf(const CommandEntry &entry, QStringView command);

/// What the callback tells, a sentence in the user's language.
[[nodiscard]] QString commandDescription(const CommandEntry &entry);
/// What the field holds, a sentence in the user's language.
[[nodiscard]] QString fieldDescription(const FieldEntry &field);
/// What is expected of the field's value, as findings say it: "string", "milliseconds since 1970", "add or delete".
[[nodiscard]] QString expectedValue(const FieldEntry &field);

} // namespace seatscope
