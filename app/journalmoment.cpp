// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journalmoment.h"

#include "app/commandline.h"

namespace seatscope {

using namespace Qt::StringLiterals;

JournalMoment readMoment(OptionReader &reader)
{
    const auto at = reader.text(u"at"_s);
    if (!at)
        return {};
    bool isNumber = false;
    const qint64 sequence = at->toLongLong(&isNumber);
    if (isNumber && sequence >= 0)
        return Sequence(sequence);
    if (const auto time = parseInstant(*at))
        return *time;
    reader.fail(u"--at needs a capture's number or a time like 2026-01-31T10:02:12.001204Z, not '%1'."_s.arg(*at));
    return {};
}

Result<std::optional<Sequence>> lastOf(const JournalReader &journal, const JournalMoment &moment, const QString &path)
{
    if (const auto *sequence = std::get_if<Sequence>(&moment)) {
        const Result<Sequence> last = journal.lastSequence();
        if (!last)
            return tl::unexpected<Error>(last.error());
        if (*sequence > *last)
            return failure(u"there is no capture #%1"_s.arg(sequence->value()), path,
                           u"The last one is #%1"_s.arg(last->value()));
        return std::optional(*sequence);
    }
    if (const auto *time = std::get_if<ArrivalTime>(&moment))
        return journal.lastSequenceUntil(*time).map([](Sequence sequence) { return std::optional(sequence); });
    return std::optional<Sequence>();
}

} // namespace seatscope
