// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QUrl>

namespace seatscope {

/// A secret path for whoever looks over the shoulder: its first and last characters only.
[[nodiscard]] QString shortenedPath(const QString &path);

/// The callback URL as it is shown: with its path shortened where it is secret.
[[nodiscard]] QString shownUrl(const QUrl &url, bool pathIsSecret);

} // namespace seatscope
