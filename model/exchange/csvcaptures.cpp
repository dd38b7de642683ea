// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/csvcaptures.h"

#include "model/callback/decoder.h"
#include "model/callback/requestquery.h"
#include "model/exchange/csvtext.h"

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

CsvRecord &addTime(CsvRecord &record, const std::optional<EventTime> &time)
{
    return time ? record.time(*time) : record.none();
}

/// The columns that each row of a callback begins with.
CsvRecord beginning(const Capture &capture, const DecodedCallback &callback)
{
    CsvRecord record;
    record.number(capture.summary.sequence.value()).arrival(capture.summary.receivedAt);
    addTime(record, callback.eventTime).text(callback.command);
    return std::move(record.text(callback.room ? callback.room->text() : QString()));
}

} // namespace

QByteArray CsvCaptures::begin()
{
    return "seq,received,peer,method,target,command,product,room,operator,eventTime,verdict,reason,flags,duplicateOf,"
           "status,bodySize,bookmarked,note,body\r\n";
}

QByteArray CsvCaptures::entry(const Capture &capture)
{
    const CaptureSummary &summary = capture.summary;
    CsvRecord record;
    record.number(summary.sequence.value()).arrival(summary.receivedAt).text(summary.peer);
    record.bytes(summary.method).bytes(summary.target).text(summary.command).word(productName(summary.product));
    record.text(summary.room ? summary.room->text() : QString());
    record.text(summary.operatorAccount ? summary.operatorAccount->text() : QString());
    addTime(record, summary.eventTime).word(verdictName(summary.ruling.verdict)).text(summary.ruling.reason);
    record.text(flagNames(summary.flags).join(u' '));
    if (summary.duplicateOf)
        record.number(summary.duplicateOf->value());
    else
        record.none();
    record.number(summary.status).number(summary.bodySize).flag(summary.bookmarked).text(summary.note);
    return record.bytes(capture.body).line();
}

QByteArray CsvSeats::begin()
{
    return "seq,received,eventTime,command,room,kind,seat,user,locked,videoDisabled,audioDisabled\r\n";
}

QByteArray CsvSeats::entry(const Capture &capture)
{
    const auto callback = decodeCallback(capture.body, parseRequestTarget(capture.summary.target).command);
    if (!callback)
        return {};
    QByteArray rows;
    for (const SeatReport &seat : callback->seats.value_or(std::vector<SeatReport>())) {
        CsvRecord record = beginning(capture, *callback);
        record.word("seat"_L1).number(seat.index.value()).text(seat.user ? seat.user->text() : QString());
        rows += record.flag(seat.locked).flag(seat.videoDisabled).flag(seat.audioDisabled).line();
    }
    const auto addMembers = [&](QLatin1StringView kind, const std::vector<UserId> &members) {
        for (const UserId &member : members) {
            CsvRecord record = beginning(capture, *callback);
            rows += record.word(kind).none().text(member.text()).none().none().none().line();
        }
    };
    const RoomReport &report = callback->report;
    addMembers("entered"_L1, report.entered);
    addMembers("left"_L1, report.left);
    addMembers("admin-added"_L1, report.adminsAdded);
    addMembers("admin-removed"_L1, report.adminsRemoved);
    return rows;
}

} // namespace seatscope
