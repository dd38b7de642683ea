// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/benchmarks/growth.h"

#include "model/journal/journalwriter.h"
#include "tests/benchmarks/serverprocess.h"

#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <cstdio>
#include <unistd.h>
#include <vector>

namespace seatscope::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 captures = 1'000'000;
constexpr qint64 rooms = 2000;
constexpr qint64 batchSize = 2000;
constexpr qint64 firstArrivalUs = 1'670'574'414'123'000;
/// Rooms are restored from all captures before a server listens.
constexpr int fullStartMs = 180'000;

QByteArray bodyOf(qint64 number, const QByteArray &room)
{
    QByteArray seats;
    for (int seat = 0; seat < 10; ++seat) {
        const QByteArray user =
            seat % 3 == 0 ? QByteArray() : QByteArray("14411523377572" + QByteArray::number(number % 9000 + seat));
        seats += (seat == 0 ? "" : ",") + ("{\"Index\":" + QByteArray::number(seat)) + ",\"Member_Account\":\"" + user +
                 "\",\"IsTakenDisabled\":false,\"IsVideoDisabled\":false,\"IsAudioDisabled\":false}";
    }
    return "{\"CallbackCommand\":\"Mic.CallbackAfterSeatInfoChanged\",\"Operator_Account\":\"user1\",\"RoomId\":\"" +
           room + "\",\"SeatList\":[" + seats +
           "],\"EventTime\":" + QByteArray::number(firstArrivalUs / 1000 + number) + "}";
}

Capture captureOf(qint64 number)
{
    const QByteArray room = "live_" + QByteArray::number(100'000 + (number * 7919) % rooms);
    Capture capture;
    capture.body = bodyOf(number, room);
    CaptureSummary &summary = capture.summary;
    summary.sequence = Sequence(number);
    summary.receivedAt = ArrivalTime(firstArrivalUs + number * 1000);
    summary.method = "POST";
    summary.target = "/?SdkAppid=1400000001&CallbackCommand=Mic.CallbackAfterSeatInfoChanged&contenttype=json"
                     "&ClientIP=127.0.0.1&OptPlatform=Web";
    summary.peer = u"127.0.0.1:50000"_s;
    summary.command = QStringView(seatInfoChangedCommand).toString();
    summary.product = Product::Room;
    summary.room = RoomId(QString::fromLatin1(room));
    summary.operatorAccount = UserId(u"user1"_s);
    summary.eventTime = EventTime(firstArrivalUs / 1000 + number);
    summary.status = 200;
    summary.bodySize = capture.body.size();
    capture.head = "POST " + summary.target +
                   " HTTP/1.1\r\nHost: 127.0.0.1:8088\r\nContent-Type: application/json\r\n"
                   "Content-Length: " +
                   QByteArray::number(capture.body.size()) + "\r\n\r\n";
    return capture;
}

Result<void> fill(const QString &path)
{
    Result<std::unique_ptr<JournalWriter>> writer = JournalWriter::open(path);
    if (!writer)
        return tl::unexpected<Error>(writer.error());
    Result<void> done = (*writer)->forgoDurability();
    for (qint64 first = 1; first <= captures && done; first += batchSize) {
        done = (*writer)->begin();
        for (qint64 number = first; number < first + batchSize && done; ++number)
            done = (*writer)->append(captureOf(number));
        if (done)
            done = (*writer)->commit();
    }
    return done;
}

QString addressOf(quint16 port)
{
    return u"127.0.0.1:"_s + QString::number(port);
}

/// Waits until the disk has all of a file: what the system still holds back would slow down what is measured next.
bool settle(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && ::fsync(file.handle()) == 0;
}

/// Loads one server for a round; nothing when it did not start, answer or end.
std::optional<double> loadNewServer(const QString &journal, int seconds, const Load &load)
{
    ServerProcess server;
    const quint16 port = freePort();
    if (!server.startAndAwaitPort(u"" SEATSCOPE_PROGRAM ""_s,
                                  {u"serve"_s, u"--journal"_s, journal, u"--listen"_s, addressOf(port)}, port))
        return std::nullopt;
    const std::optional<double> perSecond = load(u"http://"_s + addressOf(port), seconds);
    return server.stop() ? perSecond : std::nullopt;
}

/// Callbacks a second of one round.
struct Pair {
    double empty = 0;
    double full = 0;
};

/// Loads both servers for a round; nothing when one could not be loaded. Odd rounds begin with the new journal, even
/// ones with the full one: a disk that gets slower the more is written must not count against the same one each time.
std::optional<Pair> loadBoth(int round, int seconds, const QString &emptyJournal, const QString &fullUrl,
                             const Load &load)
{
    std::optional<double> full = round % 2 == 0 ? load(fullUrl, seconds) : std::nullopt;
    if (round % 2 == 0 && !full)
        return std::nullopt;
    const std::optional<double> empty = loadNewServer(emptyJournal, seconds, load);
    if (empty && !full)
        full = load(fullUrl, seconds);
    return empty && full ? std::optional(Pair{*empty, *full}) : std::nullopt;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.at(values.size() / 2);
}

} // namespace

bool makeFullJournal(const QString &path)
{
    QElapsedTimer timer;
    timer.start();
    if (const Result<void> filled = fill(path); !filled) {
        std::fprintf(stderr, "growth: %s\n", qPrintable(filled.error().message()));
        return false;
    }
    if (!settle(path)) {
        std::fprintf(stderr, "growth: the full journal could not be brought to disk\n");
        return false;
    }
    std::fprintf(stderr, "growth: %lld captures written in %.0f s\n", static_cast<long long>(captures),
                 static_cast<double>(timer.elapsed()) / 1000);
    return true;
}

std::optional<GrowthFigures> measureGrowth(const QString &folder, int rounds, int seconds, const Load &load)
{
    const QString fullJournal = folder + u"/full.seatscope"_s;
    if (!makeFullJournal(fullJournal))
        return std::nullopt;
    ServerProcess full;
    const quint16 port = freePort();
    if (!full.startAndAwaitPort(u"" SEATSCOPE_PROGRAM ""_s,
                                {u"serve"_s, u"--journal"_s, fullJournal, u"--listen"_s, addressOf(port)}, port,
                                fullStartMs)) {
        std::fprintf(stderr, "growth: the server with the full journal did not start\n");
        return std::nullopt;
    }
    std::vector<double> fullRates;
    std::vector<double> emptyRates;
    std::vector<double> ratios;
    // Round 0 warms up and is not counted.
    for (int round = 0; round <= rounds; ++round) {
        const int length = round == 0 ? 1 : seconds;
        const QString emptyJournal = folder + u"/empty%1.seatscope"_s.arg(round);
        const std::optional<Pair> rates = loadBoth(round, length, emptyJournal, u"http://"_s + addressOf(port), load);
        if (!rates) {
            std::fprintf(stderr, "growth: a server could not be loaded\n");
            return std::nullopt;
        }
        if (round == 0)
            continue;
        emptyRates.push_back(rates->empty);
        fullRates.push_back(rates->full);
        ratios.push_back(rates->full / rates->empty);
        std::fprintf(stderr, "growth round %d: empty %.0f/s, full %.0f/s, ratio %.2f\n", round, rates->empty,
                     rates->full, ratios.back());
    }
    if (!full.stop()) {
        std::fprintf(stderr, "growth: the server with the full journal did not end cleanly\n");
        return std::nullopt;
    }
    return GrowthFigures{median(fullRates), median(emptyRates), median(ratios)};
}

} // namespace seatscope::bench
