// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace seatscope {

/// What the first line of a jsonl file says.
struct JsonlHeader {
    QString format;
    qint64 version = 0;
};

/// The header in \a line; nothing when it is none. Pure; any thread.
[[nodiscard]] std::optional<JsonlHeader> readJsonlHeader(const QByteArray &line);

} // namespace seatscope
