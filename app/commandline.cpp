// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline.h"

#include "model/core/clock.h"
#include "model/session/confignumbers.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 anyNumber = std::numeric_limits<qint64>::max();
/// EventTime of the first callback of a run that can be repeated: 2023-11-14T22:13:20Z.
constexpr qint64 repeatableStartMs = 1'700'000'000'000;
/// A run that can be repeated has to end at the same place without being told where.
constexpr qint64 repeatableCount = 200;
constexpr double defaultRate = 10;

void readTarget(OptionReader &reader, CallbackSenderOptions &sender)
{
    const QString text = reader.requiredText(u"to"_s);
    sender.target = QUrl(text, QUrl::StrictMode);
    const bool isHttp = sender.target.scheme() == "http"_L1 || sender.target.scheme() == "https"_L1;
    if (!sender.target.isValid() || !isHttp || sender.target.host().isEmpty())
        reader.fail(u"--to needs an http or https URL, not '%1'."_s.arg(text));
    if (sender.target.path().isEmpty())
        sender.target.setPath(u"/"_s);
}

/// How long the run is. With a rate the duration is turned into a number of callbacks, which is the same in every run.
void readLength(OptionReader &reader, SimulateOptions &options)
{
    options.sender.perSecond = reader.real(u"rate"_s, 0, 100'000).value_or(defaultRate);
    options.sender.count = reader.integer(u"count"_s, 1, anyNumber);
    const std::optional<double> seconds = reader.real(u"duration"_s, 0, 1e9);
    if (seconds && options.sender.count)
        reader.fail(u"--count and --duration exclude each other."_s);
    else if (seconds && options.sender.perSecond > 0)
        options.sender.count = std::max<qint64>(1, std::llround(*seconds * options.sender.perSecond));
    else if (seconds)
        options.sender.durationMs = std::llround(*seconds * 1000);
    else if (!options.sender.count && options.isRepeatable)
        options.sender.count = repeatableCount;
}

std::optional<ListAssumption> readLists(OptionReader &reader)
{
    const std::optional<QString> name = reader.text(u"lists"_s);
    const std::optional<ListAssumption> reading = name ? assumptionNamed(*name) : std::nullopt;
    if (name && !reading)
        reader.fail(u"--lists needs auto, merge or replace, not '%1'."_s.arg(*name));
    return reading;
}

} // namespace

Filter readFilter(OptionReader &reader)
{
    const std::optional<QString> text = reader.text(u"filter"_s);
    if (!text)
        return {};
    Result<Filter> filter = Filter::parse(*text, SystemClock().wallTime());
    if (filter)
        return *std::move(filter);
    reader.fail(u"--filter: %1"_s.arg(filter.error().message()));
    return {};
}

std::optional<ArrivalTime> parseInstant(const QString &text)
{
    // QDateTime knows milliseconds only: the fraction is read apart.
    static const QRegularExpression form(
        u"^([0-9-]{10}[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?:[.,]([0-9]{1,6}))?(Z|[+-][0-9]{2}:?[0-9]{2})?$"_s);
    const QRegularExpressionMatch match = form.match(text);
    const QDateTime time = QDateTime::fromString(match.captured(1) + match.captured(3), Qt::ISODate);
    if (!match.hasMatch() || !time.isValid())
        return std::nullopt;
    const qint64 fractionUs = match.captured(2).leftJustified(6, u'0').toLongLong();
    return ArrivalTime(time.toMSecsSinceEpoch() * 1000 + fractionUs);
}

Parsed<ServeOptions> parseServe(const QStringList &arguments)
{
    OptionReader reader(u"serve --journal FILE [options]"_s,
                        u"Receives callbacks and keeps them in a journal until it is interrupted."_s);
    addListenOptions(reader);
    reader.addValue(u"lists"_s, u"HOW"_s,
                    u"Read seat lists as auto, merge or replace, where nothing else was chosen. It is kept."_s);
    reader.addFlag(u"json"_s, u"Write a JSON object a line."_s);
    ServeOptions options;
    if (reader.parse(arguments)) {
        options.listen = readListenOptions(reader);
        options.listen.session.journalPath = reader.requiredText(u"journal"_s);
        options.listen.session.lists = readLists(reader);
        // Not for the window, whose stored settings decide with the options.
        if (const Result<void> together = checkTogether(options.listen.session.limits); !together)
            reader.fail(together.error().message() % u'.');
        options.json = reader.has(u"json"_s);
    }
    return reader.finish(options);
}

Parsed<WindowOptions> parseWindow(const QStringList &arguments)
{
    OptionReader reader(u"[options]"_s, u"Opens the window. \"seatscope --help\" lists the commands."_s);
    addListenOptions(reader);
    reader.addFlag(u"demo"_s, u"Show demo traffic that goes through the real port."_s);
    WindowOptions options;
    if (reader.parse(arguments)) {
        options.listen = readListenOptions(reader);
        options.demo = reader.has(u"demo"_s);
    }
    return reader.finish(options);
}

Parsed<RoomsOptions> parseRooms(const QStringList &arguments)
{
    OptionReader reader(u"rooms --journal FILE [options]"_s, u"Prints the rooms and who sits where."_s);
    reader.addValue(u"journal"_s, u"FILE"_s, u"The journal to read."_s);
    reader.addValue(u"room"_s, u"ID"_s, u"This room only."_s);
    reader.addValue(u"at"_s, u"SEQ|TIME"_s,
                    u"As known after this capture, or after all captures received up to this time (ISO 8601)."_s);
    reader.addValue(u"lists"_s, u"HOW"_s,
                    u"As if all seat lists were read as auto, merge or replace; changes nothing."_s);
    reader.addFlag(u"json"_s, u"Write JSON."_s);
    RoomsOptions options;
    if (reader.parse(arguments)) {
        options.journal = reader.requiredText(u"journal"_s);
        if (const auto room = reader.text(u"room"_s))
            options.room = RoomId(*room);
        options.at = readMoment(reader);
        options.lists = readLists(reader);
        options.json = reader.has(u"json"_s);
    }
    return reader.finish(options);
}

Parsed<CapturesOptions> parseCaptures(const QStringList &arguments)
{
    OptionReader reader(u"captures --journal FILE [options]"_s, u"Lists the captures, oldest first."_s);
    reader.addValue(u"journal"_s, u"FILE"_s, u"The journal to read."_s);
    reader.addValue(u"filter"_s, u"EXPR"_s,
                    u"Those that pass a filter only, as 'room == rid-1 and flag == late'; \"seatscope help filter\""
                    " tells more."_s);
    reader.addValue(u"limit"_s, u"N"_s, u"The last N of them only."_s);
    reader.addFlag(u"json"_s, u"Write a JSON object a line."_s);
    CapturesOptions options;
    if (reader.parse(arguments)) {
        options.journal = reader.requiredText(u"journal"_s);
        options.filter = readFilter(reader);
        options.limit = reader.integer(u"limit"_s, 1, anyNumber);
        options.json = reader.has(u"json"_s);
    }
    return reader.finish(options);
}

Parsed<ShowOptions> parseShow(const QStringList &arguments)
{
    OptionReader reader(u"show --journal FILE SEQ [--raw|--head|--body|--json]"_s,
                        u"Shows one capture; without an option as an overview."_s);
    reader.addValue(u"journal"_s, u"FILE"_s, u"The journal to read."_s);
    reader.addFlag(u"raw"_s, u"Write head and body, byte for byte."_s);
    reader.addFlag(u"head"_s, u"Write the head (request line and fields), byte for byte."_s);
    reader.addFlag(u"body"_s, u"Write the body, byte for byte."_s);
    reader.addFlag(u"json"_s, u"Write a JSON object; head and body are base64."_s);
    reader.addArgument(u"SEQ"_s, u"The capture's number."_s);
    ShowOptions options;
    if (reader.parse(arguments)) {
        options.journal = reader.requiredText(u"journal"_s);
        bool isNumber = false;
        const qint64 sequence = reader.arguments().constFirst().toLongLong(&isNumber);
        if (!isNumber || sequence < 1)
            reader.fail(u"SEQ needs a capture's number, not '%1'."_s.arg(reader.arguments().constFirst()));
        options.sequence = Sequence(sequence);
        constexpr std::array forms{std::pair("raw"_L1, ShowForm::Raw), std::pair("head"_L1, ShowForm::Head),
                                   std::pair("body"_L1, ShowForm::Body), std::pair("json"_L1, ShowForm::Json)};
        int given = 0;
        for (const auto &[name, form] : forms) {
            if (!reader.has(QString(name)))
                continue;
            options.form = form;
            ++given;
        }
        if (given > 1)
            reader.fail(u"--raw, --head, --body and --json exclude each other."_s);
    }
    return reader.finish(options);
}

Parsed<JournalOptions> parseJournal(const QStringList &arguments)
{
    OptionReader reader(u"journal --journal FILE [--json|--check|--repair OUTPUT]"_s,
                        u"Tells how much a journal holds and what it takes on the disk; checks and repairs it."_s);
    reader.addValue(u"journal"_s, u"FILE"_s, u"The journal to look at."_s);
    reader.addFlag(u"json"_s, u"Write a JSON object."_s);
    reader.addFlag(u"check"_s, u"Look for damage: each problem a line; exit 1 when there is one."_s);
    reader.addValue(u"repair"_s, u"OUTPUT"_s, u"Write a new journal with everything that can be read of this one."_s);
    JournalOptions options;
    if (reader.parse(arguments)) {
        options.journal = reader.requiredText(u"journal"_s);
        options.json = reader.has(u"json"_s);
        if (const auto output = reader.text(u"repair"_s)) {
            options.task = JournalTask::Repair;
            options.output = *output;
        }
        if (reader.has(u"check"_s) || options.json) {
            if (options.task == JournalTask::Repair || (reader.has(u"check"_s) && options.json))
                reader.fail(u"--json, --check and --repair exclude each other."_s);
            options.task = reader.has(u"check"_s) ? JournalTask::Check : JournalTask::Usage;
        }
    }
    return reader.finish(options);
}

Parsed<SimulateOptions> parseSimulate(const QStringList &arguments)
{
    OptionReader reader(u"simulate --to URL [options]"_s,
                        u"Posts realistic room traffic and prints the rooms that it made.\n"
                        "Without --count, --duration and --seed it goes on until it is interrupted."_s);
    reader.addValue(u"to"_s, u"URL"_s, u"The callback URL to post to."_s);
    reader.addValue(u"rooms"_s, u"N"_s, u"How many rooms (3)."_s);
    reader.addValue(u"seats"_s, u"N"_s, u"Seats a room (8)."_s);
    reader.addFlag(u"seats-only"_s, u"Seat callbacks alone, of rooms that nobody creates or destroys."_s);
    reader.addValue(u"rate"_s, u"R"_s, u"Callbacks a second (10); 0: as fast as they are answered."_s);
    reader.addValue(u"duration"_s, u"S"_s, u"How many seconds' traffic."_s);
    reader.addValue(u"count"_s, u"N"_s, u"How many callbacks; those held back to come late follow."_s);
    reader.addValue(u"seed"_s, u"S"_s, u"The same seed sends the same bytes (200 callbacks unless told otherwise)."_s);
    reader.addValue(u"sdkappid"_s, u"N"_s, u"The application to name (1400000001)."_s);
    addTokenOptions(reader);
    reader.addValue(u"tls-ca"_s, u"F"_s, u"PEM file with certificates to trust besides the system's."_s);
    reader.addFlag(u"json"_s, u"Print the rooms as JSON."_s);
    SimulateOptions options;
    if (reader.parse(arguments)) {
        readTarget(reader, options.sender);
        options.scenario.rooms = static_cast<int>(reader.integer(u"rooms"_s, 1, maxSimulatedRooms).value_or(3));
        options.scenario.seatsPerRoom = static_cast<int>(reader.integer(u"seats"_s, 1, maxSimulatedSeats).value_or(8));
        options.scenario.seatsOnly = reader.has(u"seats-only"_s);
        if (const auto seed = reader.integer(u"seed"_s, 0, anyNumber)) {
            options.isRepeatable = true;
            options.scenario.seed = static_cast<quint64>(*seed);
            options.scenario.start = EventTime(repeatableStartMs);
        }
        readLength(reader, options);
        if (const auto text = reader.text(u"sdkappid"_s))
            options.sender.sdkAppId = readAppId(reader, *text).value_or(options.sender.sdkAppId);
        options.token = readTokenOptions(reader);
        options.tlsRoots = reader.text(u"tls-ca"_s).value_or(QString());
        options.json = reader.has(u"json"_s);
    }
    return reader.finish(options);
}

} // namespace seatscope
