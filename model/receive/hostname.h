// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

namespace seatscope {

/// Whether \a text is what a Host field may hold (RFC 9110 section 7.2): a name or an address, and perhaps a port. An
/// empty one is none: no http URL has it (section 4.2.1). Looks at the form alone.
[[nodiscard]] bool isHostAndPort(QByteArrayView text);

} // namespace seatscope
