// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/journalwriter.h"
#include "model/pipeline/batchwriter.h"
#include "tests/benchmarks/arrivalrecorder.h"
#include "tests/benchmarks/serverprocess.h"
#include "tests/benchmarks/wrkload.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;
using namespace seatscope;
using namespace seatscope::bench;

namespace {

/// What the replay has to reach of wrk's speed over one connection; machines differ, ratios measured in one run do not.
constexpr double requiredRatio = 0.5;
/// The hundredth of the gaps that differs most from the recorded ones may do so by this, ms.
constexpr double allowedGapMs = 5;
/// Between the callbacks of the journals, µs: a hundred a second.
constexpr qint64 gapUs = 10'000;

constexpr auto target = "/?SdkAppid=1400000001&CallbackCommand=Mic.CallbackAfterSeatInfoChanged&contenttype=json"
                        "&ClientIP=127.0.0.1&OptPlatform=Web&Sign=x&RequestTime=1";

int fail(const QString &why)
{
    std::fprintf(stderr, "bench_replay: %s\n", qPrintable(why));
    return 1;
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// The load of ingest.lua.
QByteArray bodyOf(qint64 number)
{
    QByteArray body = R"({"CallbackCommand":"Mic.CallbackAfterSeatInfoChanged","Operator_Account":"user1",)"
                      R"("RoomId":"rid-123","SeatList":[)";
    for (int seat = 0; seat < 10; ++seat) {
        body += seat > 0 ? "," : "";
        body += R"({"Index":)" + QByteArray::number(seat) + R"(,"Member_Account":"14411523377572769)" +
                QByteArray::number(seat) +
                R"(","IsTakenDisabled":false,"IsVideoDisabled":false,"IsAudioDisabled":false})";
    }
    return body + R"(],"EventTime":)" + QByteArray::number(1'670'574'414'123 + number) + '}';
}

bool writeJournal(const QString &path, int count)
{
    const auto writer = JournalWriter::open(path);
    if (!writer)
        return false;
    BatchWriter batches(**writer, RoomBook());
    constexpr int batchSize = 1000;
    for (int first = 0; first < count; first += batchSize) {
        std::vector<PendingRequest> pending;
        for (int i = first; i < std::min(count, first + batchSize); ++i) {
            PendingRequest one;
            one.request.method = "POST";
            one.request.target = target;
            one.request.body = bodyOf(i);
            one.request.head = "POST " + one.request.target +
                               " HTTP/1.1\r\nHost: rec.example\r\nContent-Type: application/json\r\nContent-Length: " +
                               QByteArray::number(one.request.body.size()) + "\r\n\r\n";
            one.request.receivedAt = ArrivalTime(1'700'000'000'000'000 + i * gapUs);
            one.query = parseRequestTarget(one.request.target);
            pending.push_back(one);
        }
        if (!batches.write(pending).batch)
            return false;
    }
    return true;
}

/// The summary of a replay in which all were answered 2xx. Its lines go to a file: nobody has to read along.
std::optional<QJsonObject> replay(const QString &journal, const QString &to, const QStringList &more)
{
    QProcess program;
    program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    program.setStandardOutputFile(journal + u".lines"_s);
    program.start(u"" SEATSCOPE_PROGRAM ""_s, QStringList{u"replay"_s, u"--journal"_s, journal, u"--to"_s, to,
                                                          u"--json"_s, u"--connections"_s, u"1"_s} +
                                                  more);
    QFile lines(journal + u".lines"_s);
    if (!program.waitForFinished(120'000) || program.exitCode() != 0 || !lines.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray output = lines.readAll().trimmed();
    return QJsonDocument::fromJson(output.mid(output.lastIndexOf('\n') + 1)).object();
}

std::optional<double> wrkPerSecond(const QString &url, int seconds)
{
    QProcess wrk;
    wrk.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    wrk.start(u"wrk"_s,
              {u"--threads"_s, u"1"_s, u"--connections"_s, u"1"_s, u"--duration"_s, QString::number(seconds) + u's',
               u"--script"_s, u"" SEATSCOPE_WRK_SCRIPT ""_s, url, u"--"_s, u"x"_s, u"1"_s});
    if (!wrk.waitForFinished((seconds + 30) * 1000))
        return std::nullopt;
    const std::optional<WrkFigures> figures = parseWrkOutput(wrk.readAllStandardOutput());
    return figures && figures->clean() ? std::optional(figures->perSecond) : std::nullopt;
}

/// As fast as possible over one connection, against wrk with one.
int runFastest(const QString &journal, int rounds, int seconds)
{
    ServerProcess stock;
    const QString url = stock.startAndReadUrl(u"" SEATSCOPE_STOCK_SERVER ""_s, {});
    std::vector<double> ratios;
    std::vector<double> rates;
    // Round 0 warms both up and is not counted.
    for (int round = 0; round <= rounds; ++round) {
        const std::optional<double> wrk = wrkPerSecond(url, seconds);
        const std::optional<QJsonObject> summary = replay(journal, url, {u"--speed"_s, u"max"_s});
        if (!wrk || !summary)
            return fail(u"wrk or the replay did not run to its end"_s);
        const double rate = (*summary)["sent"_L1].toDouble() / ((*summary)["elapsedUs"_L1].toDouble() / 1e6);
        std::fprintf(stderr, "round %d: wrk %.0f/s, replay %.0f/s, ratio %.2f\n", round, *wrk, rate, rate / *wrk);
        if (round == 0)
            continue;
        rates.push_back(rate);
        ratios.push_back(rate / *wrk);
    }
    const double ratio = median(ratios);
    std::printf("max_rps=%.0f\nmax_ratio=%.2f\n", median(rates), ratio);
    return ratio < requiredRatio ? fail(u"max_ratio %1 is below %2"_s.arg(ratio).arg(requiredRatio)) : 0;
}

/// With the recorded gaps: how much those between the arrivals differ from them.
int runRecorded(const QString &journal)
{
    ArrivalRecorder recorder;
    recorder.start();
    const bool isDone = replay(journal, u"http://127.0.0.1:%1"_s.arg(recorder.port()), {}).has_value();
    if (!isDone || !recorder.wait(10'000))
        return fail(u"the replay did not run to its end"_s);
    std::vector<double> deviationsMs;
    const auto &arrivals = recorder.arrivals();
    for (size_t i = 1; i < arrivals.size(); ++i) {
        const std::chrono::duration<double, std::milli> gap = arrivals.at(i) - arrivals.at(i - 1);
        deviationsMs.push_back(std::abs(gap.count() - static_cast<double>(gapUs) / 1000));
    }
    if (deviationsMs.empty())
        return fail(u"nothing arrived"_s);
    std::sort(deviationsMs.begin(), deviationsMs.end());
    const double p99 = deviationsMs.at(deviationsMs.size() * 99 / 100);
    std::printf("gap_p50_ms=%.2f\ngap_p99_ms=%.2f\n", deviationsMs.at(deviationsMs.size() / 2), p99);
    return p99 > allowedGapMs ? fail(u"gap_p99_ms %1 is more than %2"_s.arg(p99).arg(allowedGapMs)) : 0;
}

} // namespace

/// How exactly `seatscope replay` keeps recorded gaps, and how fast it is when it need not.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption rounds(u"rounds"_s, u"How often the fastest replay is measured."_s, u"N"_s, u"5"_s);
    const QCommandLineOption seconds(u"seconds"_s, u"Length of the other measurements."_s, u"S"_s, u"3"_s);
    parser.addOptions({rounds, seconds});
    parser.addHelpOption();
    parser.process(application);
    const QTemporaryDir folder(u"" SEATSCOPE_BENCH_FOLDER "/bench-replay-XXXXXX"_s);
    const QString paced = folder.filePath(u"paced.seatscope"_s);
    const QString many = folder.filePath(u"many.seatscope"_s);
    constexpr int manyCaptures = 30'000;
    const int length = std::max(1, parser.value(seconds).toInt());
    if (!writeJournal(paced, static_cast<int>(length * 3 * 1'000'000 / gapUs)) || !writeJournal(many, manyCaptures))
        return fail(u"the journals could not be written"_s);
    const int recorded = runRecorded(paced);
    const int fastest = runFastest(many, std::max(1, parser.value(rounds).toInt()), length);
    return recorded != 0 ? recorded : fastest;
}
