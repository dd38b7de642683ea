// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

class QPlainTextEdit;
class QString;
class QWidget;

namespace seatscope {

/// How much of a body the inspector lays out, bytes or characters: text layout of a whole MiB would stop the window.
inline constexpr qint64 shownBodyLimit = qint64{256} * 1024;

/// A read-only text in the font of fixed pitch.
[[nodiscard]] QPlainTextEdit *bodyText(const QString &accessibleName, QWidget *parent);

} // namespace seatscope
