// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/sizetext.h"

#include <QLocale>

namespace seatscope {

QString sizeText(qint64 bytes)
{
    constexpr qint64 step = 1024;
    qint64 rest = bytes;
    while (rest >= step && rest % step == 0)
        rest /= step;
    return QLocale().formattedDataSize(bytes, rest < step ? 0 : 1, QLocale::DataSizeIecFormat);
}

} // namespace seatscope
