// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/core/replaymark.h"

namespace seatscope {

bool isReplay(QByteArrayView head)
{
    for (qsizetype end = head.indexOf('\n'); end >= 0; end = head.indexOf('\n', end + 1)) {
        const QByteArrayView line = head.sliced(end + 1);
        // A colon follows a field's name at once (RFC 9112, section 5.1).
        if (line.size() > replayField.size() && line.at(replayField.size()) == ':' &&
            line.first(replayField.size()).compare(replayField, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

} // namespace seatscope
