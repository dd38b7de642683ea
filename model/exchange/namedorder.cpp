// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/namedorder.h"

namespace seatscope {

namespace {

/// How many digits \a text begins with.
qsizetype digitsAt(QByteArrayView text)
{
    qsizetype count = 0;
    while (count < text.size() && text[count] >= '0' && text[count] <= '9')
        ++count;
    return count;
}

/// Takes the digits off \a text: a number without zeros in front.
QByteArrayView takeNumber(QByteArrayView &text)
{
    QByteArrayView number = text.first(digitsAt(text));
    text = text.sliced(number.size());
    while (number.startsWith('0'))
        number = number.sliced(1);
    return number;
}

int compareNumbers(QByteArrayView number, QByteArrayView other)
{
    if (number.size() != other.size())
        return number.size() < other.size() ? -1 : 1;
    return number.compare(other);
}

} // namespace

bool isNamedBefore(QByteArrayView name, QByteArrayView other)
{
    QByteArrayView rest = name;
    QByteArrayView otherRest = other;
    while (!rest.isEmpty() && !otherRest.isEmpty()) {
        if (digitsAt(rest) > 0 && digitsAt(otherRest) > 0) {
            if (const int order = compareNumbers(takeNumber(rest), takeNumber(otherRest)); order != 0)
                return order < 0;
        } else if (rest.front() != otherRest.front()) {
            return static_cast<uchar>(rest.front()) < static_cast<uchar>(otherRest.front());
        } else {
            rest = rest.sliced(1);
            otherRest = otherRest.sliced(1);
        }
    }
    if (rest.isEmpty() && otherRest.isEmpty())
        return name.compare(other) < 0;
    return rest.isEmpty();
}

} // namespace seatscope
