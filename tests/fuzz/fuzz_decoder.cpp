// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The input is the body of a callback.

#include "model/callback/decoder.h"
#include "model/callback/examination.h"
#include "model/callback/fieldreader.h"
#include "model/callback/findinglist.h"
#include "model/callback/jsonreader.h"
#include "model/callback/prettyjson.h"
#include "model/callback/tablescan.h"
#include "tests/fuzz/check.h"

#include <algorithm>

namespace seatscope::fuzz {

namespace {

using Decoded = tl::expected<DecodedCallback, JsonError>;

/// Checks that what is told is well-formed.
class Nesting final : public JsonEvents {
public:
    void restart() override
    {
        require(!m_restarted, "a text is read again at most once");
        *this = Nesting();
        m_restarted = true;
    }
    void beginObject() override { open(); }
    void endObject() override { close(); }
    void beginArray() override { open(); }
    void endArray() override { close(); }
    void key(QByteArrayView utf8) override
    {
        require(m_depth > 0, "keys are in objects");
        text(utf8);
    }
    void string(QByteArrayView utf8) override
    {
        value();
        text(utf8);
    }
    void number(QByteArrayView text) override
    {
        value();
        const auto isOfNumbers = [](char c) { return (c >= '0' && c <= '9') || QByteArrayView("+-.eE").contains(c); };
        require(!text.isEmpty() && std::ranges::all_of(text, isOfNumbers), "a number is told as it was sent");
    }
    void boolean(bool) override { value(); }
    void null() override { value(); }

    [[nodiscard]] bool isOneValue() const { return m_depth == 0 && m_rootValues == 1; }

private:
    void open()
    {
        value();
        ++m_depth;
    }
    void close()
    {
        --m_depth;
        require(m_depth >= 0, "what ends has begun");
    }
    void value() { m_rootValues += m_depth == 0 ? 1 : 0; }
    static void text(QByteArrayView utf8) { require(utf8.isValidUtf8(), "texts are UTF-8"); }

    qint64 m_depth = 0;
    qint64 m_rootValues = 0;
    bool m_restarted = false;
};

void checkReport(const RoomReport &report)
{
    require(!report.name || report.name->size() <= longestIdentifier, "a room's name is limited");
    require(!report.maxSeats || (*report.maxSeats >= 0 && *report.maxSeats <= largestSeatIndex + 1),
            "a number of seats is in its range");
    require(!report.memberCount || *report.memberCount >= 0, "a number of members is in its range");
    for (const auto *users : {&report.entered, &report.left, &report.adminsAdded, &report.adminsRemoved}) {
        require(users->size() <= mostMembers, "members are limited");
        for (const UserId &user : *users)
            require(!user.isEmpty() && user.text().size() <= longestIdentifier,
                    "a member has a name, and a limited one");
    }
}

void checkCallback(const DecodedCallback &callback)
{
    checkReport(callback.report);
    require(callback.findings.size() <= findingLimit + 1, "findings are limited");
    require(callback.command.toUtf8().size() <= longestIdentifier, "commands are limited");
    require(!callback.room || (!callback.room->isEmpty() && callback.room->text().size() <= longestIdentifier),
            "a room has a name, and a limited one");
    require(!callback.eventTime || (callback.eventTime->value() > 0 && callback.eventTime->value() <= latestEventTime),
            "a time is within its range");
    require(!callback.seats || callback.room, "seats belong to a room");
    if (!callback.seats)
        return;
    const auto &seats = *callback.seats;
    const auto notAscending = [](const SeatReport &one, const SeatReport &next) { return one.index >= next.index; };
    require(std::ranges::adjacent_find(seats, notAscending) == seats.end(), "seats are ascending, each once");
    for (const SeatReport &seat : seats) {
        require(seat.index.value() >= 0 && seat.index.value() <= largestSeatIndex, "a seat's number is in its range");
        require(!seat.user || (!seat.user->isEmpty() && seat.user->text().size() <= longestIdentifier),
                "a user has a name, and a limited one");
    }
}

/// Everything but the findings.
bool sameContent(const DecodedCallback &one, const DecodedCallback &other)
{
    return one.command == other.command && one.inCatalogue == other.inCatalogue && one.product == other.product &&
           one.room == other.room && one.operatorAccount == other.operatorAccount && one.eventTime == other.eventTime &&
           one.seats == other.seats && one.report == other.report && one.hasUnplacedSeats == other.hasUnplacedSeats;
}

Decoded checkedDecode(const QByteArray &body, const QString &queryCommand)
{
    Decoded decoded = decodeCallback(body, queryCommand);
    const Decoded again = decodeCallback(body, queryCommand);
    require(decoded.has_value() == again.has_value(), "reading twice gives the same");
    if (decoded) {
        checkCallback(*decoded);
        require(sameContent(*decoded, *again) && decoded->findings == again->findings, "reading twice gives the same");
    } else {
        require(decoded.error().message() == again.error().message(), "reading twice gives the same");
        require(decoded.error().offset >= 0 && decoded.error().offset <= body.size(), "an error is within the body");
    }
    return decoded;
}

/// What is shown for reading says the same as what was sent.
void checkPretty(const QByteArray &body, const Decoded &decoded)
{
    const auto pretty = prettyJson(body);
    require(pretty.has_value() == decoded.has_value(), "a body can be shown indented if it can be decoded");
    if (!pretty)
        return;
    const QByteArray shown = pretty->toUtf8();
    const auto again = prettyJson(shown);
    require(again.has_value(), "what is shown is JSON");
    require(*again == *pretty, "showing again changes nothing");
    const auto redecoded = decodeCallback(shown, {});
    require(redecoded && sameContent(*redecoded, *decoded), "what is shown means what was sent");
}

} // namespace

} // namespace seatscope::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace seatscope;
    using namespace seatscope::fuzz;
    const QByteArray body = inputBytes(data, size);
    const auto decoded = checkedDecode(body, {});
    checkPretty(body, decoded);
    static_cast<void>(checkedDecode(body, QString::fromUtf16(seatInfoChangedCommand)));

    Nesting nesting;
    const JsonReading reading = readJson(body, nesting);
    require(reading.error.has_value() != decoded.has_value(), "one reader, one opinion");
    require(reading.error || nesting.isOneValue(), "a body is one value");

    const Examination examination = examine(body, {}, {});
    require((examination.ruling.verdict == Verdict::Malformed) == !decoded, "what is no JSON is malformed");
    require(!isRefused(examination.ruling.verdict) || !examination.ruling.reason.isEmpty(), "a refusal has a reason");
    require(prettyJson(answerBody(examination.ruling)).has_value(), "an answer is JSON");
    return 0;
}
