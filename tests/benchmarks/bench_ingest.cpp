// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/benchmarks/growth.h"
#include "tests/benchmarks/serverprocess.h"
#include "tests/benchmarks/wrkload.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;
using namespace seatscope::bench;

namespace {

/// What `serve` has to reach of the bare server's speed; machines differ, ratios measured in one run do not.
constexpr double requiredRatio = 0.45;
/// The slowest hundredth of the answers may take this long, ms.
constexpr double allowedP99Ms = 20;
/// What has to be left of the rate when the journal holds a million captures and is at its limit.
constexpr double requiredGrowth = 0.9;

/// What signs the load; serve asks for the signature of every callback.
constexpr auto token = "a token of the benchmark";

struct Plan {
    int rounds = 5;
    int seconds = 5;
};

/// Each round loads one server after the other, so that both see the same noise of the machine.
struct Rounds {
    std::vector<double> stockPerSecond;
    std::vector<double> durablePerSecond;
    std::vector<double> ratios;
    std::vector<double> p99Ms;
    qint64 durableRequests = 0;
};

double median(std::vector<double> values)
{
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

int fail(const QString &why)
{
    std::fprintf(stderr, "bench_ingest: %s\n", qPrintable(why));
    return 1;
}

/// The highest sequence in the journal, read by the program itself; -1 when it cannot be read.
qint64 lastSequence(const QString &journal)
{
    QProcess captures;
    captures.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    captures.start(u"" SEATSCOPE_PROGRAM ""_s,
                   {u"captures"_s, u"--journal"_s, journal, u"--limit"_s, u"1"_s, u"--json"_s});
    if (!captures.waitForFinished())
        return -1;
    const QByteArray line = captures.readAllStandardOutput().trimmed();
    return QJsonDocument::fromJson(line).object().value("seq"_L1).toInteger(-1);
}

std::optional<WrkFigures> cleanRun(const QString &url, int seconds)
{
    const std::optional<WrkFigures> figures = runWrk(url, seconds, token);
    if (!figures) {
        fail(u"wrk did not run to its end: is it installed?"_s);
        return std::nullopt;
    }
    if (!figures->clean()) {
        fail(url + u" answered "_s + QString::number(figures->badStatus) + u" requests with an error, "_s +
             QString::number(figures->socketErrors) + u" connections failed"_s);
        return std::nullopt;
    }
    return figures;
}

std::optional<Rounds> measure(const Plan &plan, const QString &stockUrl, const QString &durableUrl)
{
    Rounds rounds;
    // Round 0 warms both up and is not counted.
    for (int round = 0; round <= plan.rounds; ++round) {
        const int seconds = round == 0 ? 1 : plan.seconds;
        const std::optional<WrkFigures> stock = cleanRun(stockUrl, seconds);
        const std::optional<WrkFigures> durable = stock ? cleanRun(durableUrl, seconds) : std::nullopt;
        if (!durable)
            return std::nullopt;
        rounds.durableRequests += durable->requests;
        if (round == 0)
            continue;
        rounds.stockPerSecond.push_back(stock->perSecond);
        rounds.durablePerSecond.push_back(durable->perSecond);
        rounds.ratios.push_back(durable->perSecond / stock->perSecond);
        rounds.p99Ms.push_back(durable->p99Ms);
        std::fprintf(stderr, "round %d: stock %.0f/s, durable %.0f/s, ratio %.2f, p99 %.1f ms\n", round,
                     stock->perSecond, durable->perSecond, rounds.ratios.back(), durable->p99Ms);
    }
    return rounds;
}

int report(const Rounds &rounds)
{
    const double ratio = median(rounds.ratios);
    std::printf("stock_rps=%.0f\ndurable_rps=%.0f\nratio=%.2f\np99_ms=%.1f\n", median(rounds.stockPerSecond),
                median(rounds.durablePerSecond), ratio, median(rounds.p99Ms));
    if (ratio < requiredRatio)
        return fail(u"ratio %1 is below %2"_s.arg(ratio, 0, 'f', 3).arg(requiredRatio, 0, 'f', 2));
    const double p99Ms = median(rounds.p99Ms);
    if (p99Ms > allowedP99Ms)
        return fail(u"p99 is %1 ms, more than %2 ms"_s.arg(p99Ms, 0, 'f', 1).arg(allowedP99Ms));
    return 0;
}

bool writeToken(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
           file.write(token) > 0;
}

int run(const Plan &plan)
{
    // Below the build folder, which is on a disk: a journal in memory would flatter the figures.
    const QTemporaryDir folder(u"" SEATSCOPE_BENCH_FOLDER "/bench-ingest-XXXXXX"_s);
    if (!folder.isValid())
        return fail(folder.errorString());
    const QString journal = folder.filePath(u"ingest.seatscope"_s);
    const QString tokenFile = folder.filePath(u"token"_s);
    if (!writeToken(tokenFile))
        return fail(u"the token file cannot be written"_s);

    ServerProcess stock;
    const QString stockUrl = stock.startAndReadUrl(u"" SEATSCOPE_STOCK_SERVER ""_s, {});
    if (stockUrl.isEmpty())
        return fail(u"the bare server did not start"_s);
    ServerProcess durable;
    const quint16 port = freePort();
    const QString address = u"127.0.0.1:"_s + QString::number(port);
    if (!durable.startAndAwaitPort(u"" SEATSCOPE_PROGRAM ""_s,
                                   {u"serve"_s, u"--journal"_s, journal, u"--listen"_s, address, u"--token-file"_s,
                                    tokenFile, u"--sdkappid"_s, u"1400000001"_s},
                                   port))
        return fail(u"seatscope serve did not start"_s);

    const std::optional<Rounds> rounds = measure(plan, stockUrl, u"http://"_s + address);
    if (!rounds)
        return 1;
    if (!durable.stop())
        return fail(u"seatscope serve did not end cleanly"_s);
    const qint64 kept = lastSequence(journal);
    if (kept < rounds->durableRequests)
        return fail(u"%1 callbacks were answered OK, but the journal has %2"_s.arg(rounds->durableRequests).arg(kept));
    return report(*rounds);
}

/// How a full journal changes the rate.
int runGrowth(const Plan &plan)
{
    const QTemporaryDir folder(u"" SEATSCOPE_BENCH_FOLDER "/bench-growth-XXXXXX"_s);
    if (!folder.isValid())
        return fail(folder.errorString());
    const auto load = [](const QString &url, int seconds) {
        const std::optional<WrkFigures> figures = cleanRun(url, seconds);
        return figures ? std::optional(figures->perSecond) : std::nullopt;
    };
    const std::optional<GrowthFigures> figures = measureGrowth(folder.path(), plan.rounds, plan.seconds, load);
    if (!figures)
        return 1;
    std::printf("empty_rps=%.0f\nfull_rps=%.0f\ngrowth=%.2f\n", figures->emptyPerSecond, figures->fullPerSecond,
                figures->ratio);
    if (figures->ratio < requiredGrowth)
        return fail(u"growth %1 is below %2"_s.arg(figures->ratio, 0, 'f', 3).arg(requiredGrowth, 0, 'f', 2));
    return 0;
}

} // namespace

/// Compares `seatscope serve`, which checks signatures and answers once a callback is on disk, with a bare QHttpServer
/// under the same load.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption rounds(u"rounds"_s, u"How often each server is measured."_s, u"N"_s, u"5"_s);
    const QCommandLineOption seconds(u"seconds"_s, u"Length of one measurement."_s, u"S"_s, u"5"_s);
    const QCommandLineOption growth(u"growth"_s, u"Only what a full journal changes."_s);
    parser.addOptions({rounds, seconds, growth});
    parser.addHelpOption();
    parser.process(application);
    const Plan plan{std::max(1, parser.value(rounds).toInt()), std::max(1, parser.value(seconds).toInt())};
    if (parser.isSet(growth))
        return runGrowth(plan);
    const int ratio = run(plan);
    const int growing = runGrowth(plan);
    return ratio != 0 ? ratio : growing;
}
