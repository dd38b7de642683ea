// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exchange/importedcapture.h"

#include <QByteArray>

#include <variant>

namespace seatscope {

/// The capture that an entry of a HAR file, \a json, tells of, or why there is none; \a where names the entry. An entry
/// of HarFormat gives the very capture. One of another program gives a request without a verdict, whose head is made
/// from what `request` says; how another server answered is not taken over. Pure; any thread.
[[nodiscard]] std::variant<ImportedCapture, ImportProblem> readHarEntry(const QByteArray &json, const QString &where);

} // namespace seatscope
