// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QString;

namespace seatscope {

/// Asks the desktop to show a notification (Desktop Notifications Specification 1.2, org.freedesktop.Notifications on
/// the session bus; needs no tray). Returns at once; where there is no bus or nobody who shows notifications, nothing
/// happens. \a text is plain.
void showDesktopNotice(const QString &title, const QString &text);

} // namespace seatscope
