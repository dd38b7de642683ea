// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/core/replaymark.h"

#include <algorithm>

namespace seatscope {

namespace {

constexpr QByteArrayView editedPart = "; edited; received=";

/// The values of the replay fields of \a head, first to last, without blanks around them.
template<typename Visit>
void visitMarks(QByteArrayView head, const Visit &visit)
{
    for (qsizetype end = head.indexOf('\n'); end >= 0; end = head.indexOf('\n', end + 1)) {
        const QByteArrayView line = head.sliced(end + 1);
        // A colon follows a field's name at once (RFC 9112, section 5.1).
        if (line.size() > replayField.size() && line.at(replayField.size()) == ':' &&
            line.first(replayField.size()).compare(replayField, Qt::CaseInsensitive) == 0) {
            const QByteArrayView value = line.sliced(replayField.size() + 1);
            const qsizetype valueEnd = value.indexOf('\n');
            visit((valueEnd < 0 ? value : value.first(valueEnd)).trimmed());
        }
    }
}

/// Digits alone, of a number that is not 0 and fits.
std::optional<qint64> positiveNumber(QByteArrayView digits)
{
    const bool areDigits = std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
    bool fits = false;
    const qint64 number = areDigits ? digits.toByteArray().toLongLong(&fits) : 0;
    return fits && number > 0 ? std::optional(number) : std::nullopt;
}

std::optional<EditOrigin> readEditMark(QByteArrayView value)
{
    const qsizetype part = value.indexOf(editedPart);
    const auto sequence = part < 0 ? std::nullopt : positiveNumber(value.first(part));
    const auto receivedUs = part < 0 ? std::nullopt : positiveNumber(value.sliced(part + editedPart.size()));
    return sequence && receivedUs ? std::optional(EditOrigin{Sequence(*sequence), ArrivalTime(*receivedUs)})
                                  : std::nullopt;
}

} // namespace

bool isReplay(QByteArrayView head)
{
    bool isFound = false;
    visitMarks(head, [&isFound](QByteArrayView) { isFound = true; });
    return isFound;
}

QByteArray editMark(const EditOrigin &origin)
{
    return QByteArray::number(origin.sequence.value()) + editedPart.toByteArray() +
           QByteArray::number(origin.receivedAt.value());
}

std::optional<EditOrigin> editOriginOf(QByteArrayView head)
{
    std::optional<EditOrigin> origin;
    visitMarks(head, [&origin](QByteArrayView value) { origin = readEditMark(value); });
    return origin;
}

} // namespace seatscope
