// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/replayoptions.h"

#include "app/commandline.h"

#include <cmath>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostConnections = 64;

void declare(OptionReader &reader)
{
    reader.addValue(u"journal"_s, u"FILE"_s, u"The journal to read."_s);
    reader.addValue(u"input"_s, u"FILE"_s, u"Read a file that \"seatscope import\" knows instead."_s);
    reader.addValue(u"filter"_s, u"EXPR"_s, u"Those that pass a filter only; \"seatscope help filter\" tells more."_s);
    reader.addValue(u"to"_s, u"URL"_s,
                    u"Where to send them. The recorded target is kept, but a path other than / replaces its path."_s);
    reader.addValue(u"speed"_s, u"X"_s,
                    u"How many times as fast as they arrived (1), from 0.1 to 100; max: as fast as they are answered;"
                    " step: one for each line of standard input."_s);
    reader.addValue(u"sign-with"_s, u"F"_s,
                    u"Compute RequestTime and Sign anew, with the token in the first line of this file."_s);
    reader.addFlag(u"fresh-times"_s, u"Shift every EventTime so that the first is now."_s);
    reader.addFlag(u"mark"_s, u"Add the field X-SeatScope-Replay with the capture's number; that is the default."_s);
    reader.addFlag(u"no-mark"_s, u"Do not."_s);
    reader.addValue(u"connections"_s, u"N"_s,
                    u"At most so many at a time (4); one room's captures wait for each other anyway."_s);
    reader.addValue(u"timeout"_s, u"S"_s, u"How long an answer may take, in seconds (2)."_s);
    reader.addFlag(u"allow-remote"_s, u"Send to a target that is not this machine, too."_s);
    reader.addValue(u"tls-ca"_s, u"F"_s, u"PEM file with certificates to trust besides the system's."_s);
    reader.addFlag(u"dry-run"_s, u"Tell what would be sent, and send nothing."_s);
    reader.addFlag(u"json"_s, u"Write a JSON object a line."_s);
}

ReplayPace readPace(OptionReader &reader)
{
    const std::optional<QString> text = reader.text(u"speed"_s);
    if (!text)
        return {};
    if (*text == "max"_L1)
        return {ReplayPace::Kind::Fastest, 1};
    if (*text == "step"_L1)
        return {ReplayPace::Kind::Steps, 1};
    bool isNumber = false;
    const double speed = text->toDouble(&isNumber);
    // Written so that "nan" fails too.
    if (isNumber && speed >= slowestReplay && speed <= fastestReplay)
        return {ReplayPace::Kind::Recorded, speed};
    reader.fail(u"--speed needs a number from 0.1 to 100, max or step, not '%1'."_s.arg(*text));
    return {};
}

ReplayTarget readTarget(OptionReader &reader)
{
    Result<ReplayTarget> target = readReplayTarget(reader.requiredText(u"to"_s));
    if (target)
        return *std::move(target);
    reader.fail(u"--to: %1"_s.arg(target.error().message()));
    return {};
}

} // namespace

Parsed<ReplayCommandOptions> parseReplay(const QStringList &arguments)
{
    OptionReader reader(u"replay (--journal FILE | --input FILE) --to URL [options]"_s,
                        u"Sends captures again, byte for byte, and tells how each was answered.\n"
                        "Only Host, Content-Length and Connection may differ, and what options ask for."_s);
    declare(reader);
    ReplayCommandOptions options;
    if (reader.parse(arguments)) {
        options.input = reader.text(u"input"_s).value_or(QString());
        if (options.input.isEmpty())
            options.journal = reader.requiredText(u"journal"_s);
        else if (reader.has(u"journal"_s))
            reader.fail(u"--journal and --input exclude each other."_s);
        options.filter = readFilter(reader);
        options.pace = readPace(reader);
        options.replay.target = readTarget(reader);
        options.signFile = reader.text(u"sign-with"_s).value_or(QString());
        options.tlsRoots = reader.text(u"tls-ca"_s).value_or(QString());
        options.replay.edits.freshTimes = reader.has(u"fresh-times"_s);
        options.replay.edits.mark = !reader.has(u"no-mark"_s);
        if (reader.has(u"mark"_s) && reader.has(u"no-mark"_s))
            reader.fail(u"--mark and --no-mark exclude each other."_s);
        options.replay.connections =
            static_cast<int>(reader.integer(u"connections"_s, 1, mostConnections).value_or(options.replay.connections));
        if (const std::optional<double> seconds = reader.real(u"timeout"_s, 0.01, 3600))
            options.replay.timeoutMs = static_cast<int>(std::lround(*seconds * 1000));
        options.replay.allowsRemote = reader.has(u"allow-remote"_s);
        options.dryRun = reader.has(u"dry-run"_s);
        options.json = reader.has(u"json"_s);
    }
    return reader.finish(options);
}

} // namespace seatscope
