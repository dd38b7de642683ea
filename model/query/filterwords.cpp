// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/query/filterwords.h"

#include "model/core/verdict.h"
#include "model/journal/capture.h"

namespace seatscope {

QStringList filterWords(FilterField field)
{
    QStringList words;
    if (field == FilterField::VerdictName) {
        for (int number = 0; const std::optional<Verdict> verdict = verdictFromNumber(number); ++number)
            words += verdictName(*verdict);
    } else if (field == FilterField::Flag) {
        words = flagNames(CaptureFlags(~0));
    }
    return words;
}

std::optional<quint32> filterWordBits(FilterField field, QStringView word)
{
    if (field == FilterField::VerdictName) {
        const std::optional<Verdict> verdict = verdictFromName(word);
        return verdict ? std::optional(quint32{1} << static_cast<unsigned>(*verdict)) : std::nullopt;
    }
    for (unsigned place = 0; place < 32; ++place) {
        const quint32 bit = quint32{1} << place;
        if (flagNames(CaptureFlags(static_cast<int>(bit))).contains(word))
            return bit;
    }
    return std::nullopt;
}

} // namespace seatscope
