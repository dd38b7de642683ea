// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/callback/rawvalue.h"

#include "model/callback/shorttext.h"

namespace seatscope {

using namespace Qt::StringLiterals;

QString RawValue::summary() const
{
    switch (kind) {
    case Kind::Absent:
        return u"nothing"_s;
    case Kind::Null:
        return u"null"_s;
    case Kind::True:
        return u"true"_s;
    case Kind::False:
        return u"false"_s;
    case Kind::Number:
        return shortText(text);
    case Kind::Text:
        return QString(u'"' % shortText(text) % u'"');
    case Kind::Object:
        return u"an object"_s;
    case Kind::Array:
        return u"a list"_s;
    }
    return {};
}

QString FieldPlace::pointer() const
{
    QString text;
    if (!parent.isEmpty())
        text += u'/' % parent;
    if (element >= 0)
        text += u'/' % QString::number(element);
    if (!name.isEmpty())
        text += u'/' % name;
    if (item >= 0)
        text += u'/' % QString::number(item);
    return text;
}

QString pointerStep(QByteArrayView key)
{
    constexpr qsizetype longestKey = 256;
    QString step = QString::fromUtf8(key.first(qMin(key.size(), longestKey)));
    step.replace(u'~', "~0"_L1).replace(u'/', "~1"_L1);
    return key.size() > longestKey ? QString(step % u'…') : step;
}

} // namespace seatscope
