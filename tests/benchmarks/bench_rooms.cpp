// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// How soon the rooms of the past are there, in a journal of a million simulated callbacks of 500 rooms.

#include "model/history/roomhistory.h"
#include "model/journal/journalwriter.h"
#include "model/pipeline/batchwriter.h"
#include "model/simulate/scenario.h"
#include "tests/benchmarks/serverprocess.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace seatscope;
using namespace seatscope::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 callbacks = 1'000'000;
constexpr int rooms = 500;
constexpr qint64 batchSize = 500;
constexpr qint64 firstArrivalUs = 1'700'000'000'000'000;
constexpr int moments = 300;
constexpr int recomputations = 50;
constexpr int starts = 5;

constexpr double allowedStateMs = 100;
constexpr double allowedStartMs = 1000;
constexpr double allowedRecomputeMs = 100;

int fail(const QString &why)
{
    std::fprintf(stderr, "bench_rooms: %s\n", qPrintable(why));
    return 1;
}

PendingRequest requestOf(SimulatedCallback callback, qint64 number)
{
    PendingRequest pending;
    RawRequest &request = pending.request;
    request.method = "POST";
    request.target = "/?SdkAppid=1400000001&CallbackCommand=" + callback.command.toUtf8() +
                     "&contenttype=json&ClientIP=127.0.0.1&OptPlatform=Web";
    request.peer = u"127.0.0.1:50000"_s;
    request.receivedAt = ArrivalTime(firstArrivalUs + number * 1000);
    request.body = std::move(callback.body);
    request.head = "POST " + request.target +
                   " HTTP/1.1\r\nHost: 127.0.0.1:8088\r\nContent-Length: " + QByteArray::number(request.body.size()) +
                   "\r\n\r\n";
    pending.query = parseRequestTarget(request.target);
    return pending;
}

/// Writes the journal as the program does, but for waiting for the disk.
Result<void> fill(const QString &path)
{
    Result<std::unique_ptr<JournalWriter>> writer = JournalWriter::open(path);
    if (!writer)
        return tl::unexpected<Error>(writer.error());
    if (Result<void> hasty = (*writer)->forgoDurability(); !hasty)
        return hasty;
    BatchWriter batches(**writer, RoomBook());
    ScenarioOptions options;
    options.rooms = rooms;
    options.start = EventTime(firstArrivalUs / 1000);
    options.stepMs = 1;
    Scenario scenario(options);
    for (qint64 done = 0; done < callbacks;) {
        std::vector<PendingRequest> requests;
        for (qint64 i = 0; i < batchSize; ++i)
            requests.push_back(requestOf(scenario.next(), ++done));
        if (const WrittenBatch written = batches.write(requests); !written.batch)
            return tl::unexpected<Error>(written.error);
        batches.keepSnapshot();
    }
    return {};
}

double percentile(std::vector<double> values, double share)
{
    std::ranges::sort(values);
    return values.at(std::min(values.size() - 1, static_cast<size_t>(share * static_cast<double>(values.size()))));
}

double elapsedMs(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// All rooms at random moments; a reader and a history of its own each time, as a command would. Empty on failure.
std::vector<double> stateTimes(const QString &path)
{
    std::vector<double> times;
    for (int i = 0; i < moments; ++i) {
        const Sequence moment(QRandomGenerator::global()->bounded(qint64{1}, callbacks + 1));
        QElapsedTimer timer;
        timer.start();
        const Result<std::unique_ptr<JournalReader>> reader = JournalReader::open(path);
        const Result<RoomBook> book =
            reader ? RoomHistory::open(**reader).and_then([moment](const RoomHistory &h) { return h.at(moment); })
                   : tl::unexpected<Error>(reader.error());
        times.push_back(elapsedMs(timer));
        if (!book || book->rooms().empty())
            return {};
    }
    return times;
}

/// One room after the other from all of its callbacks. Empty on failure.
std::vector<double> recomputeTimes(const QString &path, qint64 &reduced)
{
    const Result<std::unique_ptr<JournalReader>> reader = JournalReader::open(path);
    const Result<RoomHistory> history = reader ? RoomHistory::open(**reader) : tl::unexpected<Error>(reader.error());
    const Result<RoomBook> book = history ? history->at(std::nullopt) : tl::unexpected<Error>(history.error());
    if (!book)
        return {};
    std::vector<double> times;
    const std::vector<RoomStatePtr> all = book->rooms();
    for (size_t i = 0; i < all.size() && times.size() < recomputations; ++i) {
        QElapsedTimer timer;
        timer.start();
        const Result<RoomStatePtr> room = history->recompute(
            all[i]->id, std::nullopt, [&reduced](const KeptCallback &, const RoomStatePtr &, const Reduction &) {
                ++reduced;
                return true;
            });
        times.push_back(elapsedMs(timer));
        if (!room || !*room || **room != *all[i])
            return {};
    }
    return times;
}

/// From the start of the program until it takes connections. Empty on failure.
std::vector<double> startTimes(const QString &path)
{
    std::vector<double> times;
    for (int i = 0; i < starts; ++i) {
        ServerProcess server;
        QElapsedTimer timer;
        timer.start();
        const QString url = server.startAndReadUrl(u"" SEATSCOPE_PROGRAM ""_s,
                                                   {u"serve"_s, u"--journal"_s, path, u"--listen"_s, u"127.0.0.1:0"_s});
        times.push_back(elapsedMs(timer));
        if (url.isEmpty() || !server.stop())
            return {};
    }
    return times;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QTemporaryDir folder(u"" SEATSCOPE_BENCH_FOLDER "/bench-rooms-XXXXXX"_s);
    if (!folder.isValid())
        return fail(folder.errorString());
    const QString journal = folder.filePath(u"rooms.seatscope"_s);
    if (const Result<void> filled = fill(journal); !filled)
        return fail(filled.error().message());

    const std::vector<double> states = stateTimes(journal);
    qint64 reduced = 0;
    const std::vector<double> recomputed = recomputeTimes(journal, reduced);
    const std::vector<double> started = startTimes(journal);
    if (states.empty() || recomputed.empty() || started.empty())
        return fail(u"the rooms could not be read back, or were not the same"_s);
    const double stateMs = percentile(states, 0.99);
    const double recomputeMs = percentile(recomputed, 0.99);
    const double startMs = percentile(started, 0.5);
    std::printf("state_at_p50_ms=%.1f\nstate_at_p99_ms=%.1f\nrecompute_p99_ms=%.1f\nrecompute_callbacks=%lld\n"
                "start_ms=%.0f\n",
                percentile(states, 0.5), stateMs, recomputeMs,
                static_cast<long long>(reduced / static_cast<qint64>(recomputed.size())), startMs);
    if (stateMs > allowedStateMs || recomputeMs > allowedRecomputeMs || startMs > allowedStartMs)
        return fail(u"slower than %1 ms for a moment, %2 ms for a room or %3 ms to start"_s.arg(allowedStateMs)
                        .arg(allowedRecomputeMs)
                        .arg(allowedStartMs));
    return 0;
}
