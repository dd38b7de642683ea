// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/core/error.h"

namespace seatscope {

QString Error::message() const
{
    QString text = where.isEmpty() ? what : QString(where % u": " % what);
    if (!remedy.isEmpty())
        text += u". " % remedy;
    return text;
}

} // namespace seatscope
