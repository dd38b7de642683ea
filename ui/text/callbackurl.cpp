// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/text/callbackurl.h"

namespace seatscope {

using namespace Qt::StringLiterals;

QString shortenedPath(const QString &path)
{
    constexpr qsizetype shown = 2;
    if (path.size() <= 1 + 4 * shown)
        return path;
    return path.left(1 + shown) % u'…' % path.right(shown);
}

QString shownUrl(const QUrl &url, bool pathIsSecret)
{
    if (!pathIsSecret)
        return url.toString();
    return url.toString(QUrl::RemovePath | QUrl::RemoveQuery) % shortenedPath(url.path());
}

} // namespace seatscope
