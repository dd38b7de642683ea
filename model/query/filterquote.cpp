// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/query/filterquote.h"

namespace seatscope {

using namespace Qt::StringLiterals;

QString quotedForFilter(const QString &text)
{
    if (!text.isValidUtf16())
        return {};
    QString quoted(u'"');
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            quoted += u'\\';
        if (c == u'\n')
            quoted += "\\n"_L1;
        else if (c == u'\r')
            quoted += "\\r"_L1;
        else if (c == u'\t')
            quoted += "\\t"_L1;
        else if (c.category() == QChar::Other_Control)
            quoted += "\\u"_L1 + QString::number(c.unicode(), 16).rightJustified(4, u'0');
        else
            quoted += c;
    }
    return quoted + u'"';
}

} // namespace seatscope
