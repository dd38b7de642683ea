// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/benchmarks/abuseclients.h"
#include "tests/benchmarks/honestload.h"
#include "tests/benchmarks/processfigures.h"
#include "tests/benchmarks/serverprocess.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace seatscope::bench;

namespace {

/// What the server may hold more than when it was idle, MB.
constexpr double allowedGrowthMb = 150;
/// All sockets are to be closed this soon after the clients have closed theirs.
constexpr qint64 releaseMs = 5'000;
constexpr qint64 endMs = 10'000;
/// How often the server's sockets are counted under load.
constexpr qint64 countEveryMs = 2'000;
/// The soft limit of descriptors that most shells start programs with; the server has to help itself.
constexpr rlim_t usualDescriptors = 1024;

int fail(const QString &why)
{
    std::fprintf(stderr, "bench_abuse: %s\n", qPrintable(why));
    return 1;
}

/// Sets the soft limit of descriptors, to the hard one at most; processes that are started later have it too.
void limitDescriptors(rlim_t wanted)
{
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = std::min(wanted, limit.rlim_max);
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

/// The process that sends the abuse; it ends when its standard input does, that is with this program at the latest.
class Attack {
public:
    explicit Attack(const AbusePlan &plan)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationFilePath(),
                        {u"--attack"_s, QString::number(plan.port), u"--slow"_s, QString::number(plan.slowHeads),
                         u"--bodies"_s, QString::number(plan.hugeBodies), u"--heads"_s,
                         QString::number(plan.endlessHeads)});
    }
    /// Closes all its connections; false when it had ended before, or did not end.
    bool end()
    {
        const bool ran = m_process.state() == QProcess::Running;
        m_process.closeWriteChannel();
        return m_process.waitForFinished(endMs) && ran && m_process.exitCode() == 0;
    }
    [[nodiscard]] bool waitForStart() { return m_process.waitForStarted(); }

private:
    QProcess m_process;
};

int attack(const AbusePlan &plan)
{
    limitDescriptors(RLIM_INFINITY);
    const AbuseFigures figures = AbuseClients(plan).run();
    std::fprintf(stderr, "abuse: connections=%lld ended_by_server=%lld sent_mb=%lld\n",
                 static_cast<long long>(figures.connections), static_cast<long long>(figures.ended),
                 static_cast<long long>(figures.sentBytes / 1'000'000));
    return 0;
}

/// How long until the server has no more sockets than \a idle, ms; releaseMs when that does not happen within it.
qint64 awaitRelease(const ProcessFigures &server, int idle)
{
    QElapsedTimer timer;
    timer.start();
    while (server.sockets() > idle && timer.elapsed() < releaseMs)
        QThread::msleep(10);
    return std::min(timer.elapsed(), releaseMs);
}

struct Figures {
    HonestFigures honest;
    double growthMb = 0;
    int mostSockets = 0;
    int socketsLeft = 0;
    qint64 openAfterMs = 0;
};

int report(const Figures &figures)
{
    const HonestFigures &honest = figures.honest;
    std::printf("honest_sent=%lld\nhonest_ok=%lld\nhonest_p99_ms=%.1f\nhonest_max_ms=%.1f\nrss_growth_mb=%.1f\n"
                "sockets_left=%d\nopen_after_s=%.2f\n",
                static_cast<long long>(honest.sent), static_cast<long long>(honest.ok), honest.p99Ms, honest.maxMs,
                figures.growthMb, figures.socketsLeft, static_cast<double>(figures.openAfterMs) / 1000);
    std::fprintf(stderr, "the server had %d sockets at most\n", figures.mostSockets);
    int status = 0;
    if (honest.ok < honest.sent) {
        status =
            fail(u"of %1 honest callbacks, %2 were refused, %3 lost their connection, and %4 had no answer in 2 s"_s
                     .arg(honest.sent)
                     .arg(honest.refused)
                     .arg(honest.broken)
                     .arg(honest.late));
    }
    if (figures.growthMb >= allowedGrowthMb)
        status = fail(u"the server grew by %1 MB, %2 or more"_s.arg(figures.growthMb).arg(allowedGrowthMb));
    if (figures.socketsLeft > 0)
        status = fail(
            u"%1 sockets were open %2 s after all clients had gone"_s.arg(figures.socketsLeft).arg(releaseMs / 1000));
    return status;
}

int run(AbusePlan abuse, HonestPlan honest)
{
    limitDescriptors(usualDescriptors);
    const QTemporaryDir folder(u"" SEATSCOPE_BENCH_FOLDER "/bench-abuse-XXXXXX"_s);
    if (!folder.isValid())
        return fail(folder.errorString());
    abuse.port = honest.port = freePort();
    ServerProcess serve;
    const QStringList arguments{u"serve"_s, u"--journal"_s, folder.filePath(u"abuse.seatscope"_s), u"--listen"_s,
                                u"127.0.0.1:%1"_s.arg(abuse.port)};
    if (!serve.startAndAwaitPort(u"" SEATSCOPE_PROGRAM ""_s, arguments, abuse.port))
        return fail(u"seatscope serve did not start"_s);

    const ProcessFigures server(serve.processId());
    awaitRelease(server, 0);
    const int idleSockets = server.sockets();
    const qint64 idleKb = server.residentKb();
    qint64 peakKb = idleKb;
    const bool hasPeak = server.resetPeak();
    Figures figures;
    {
        HonestLoad load(honest);
        if (!load.connect())
            return fail(u"not even an idle server answers callbacks"_s);
        Attack attackers(abuse);
        if (!attackers.waitForStart())
            return fail(u"the process that sends the abuse did not start"_s);
        QElapsedTimer sinceCount;
        sinceCount.start();
        figures.honest = load.run([&] {
            peakKb = std::max(peakKb, server.residentKb());
            // Counting thousands of descriptors takes so long that doing it each time would delay the load itself.
            if (sinceCount.elapsed() >= countEveryMs) {
                sinceCount.start();
                figures.mostSockets = std::max(figures.mostSockets, server.sockets());
            }
        });
        if (!attackers.end())
            return fail(u"the process that sends the abuse did not run to its end"_s);
    }
    if (hasPeak)
        peakKb = std::max(peakKb, server.peakResidentKb());
    figures.openAfterMs = awaitRelease(server, idleSockets);
    figures.socketsLeft = std::max(0, server.sockets() - idleSockets);
    figures.growthMb = static_cast<double>(peakKb - idleKb) / 1024;
    const int status = report(figures);
    return serve.stop() ? status : fail(u"seatscope serve did not end cleanly"_s);
}

} // namespace

/// Sends abuse of every kind to `seatscope serve`, and honest callbacks beside it that have to be answered in time.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption seconds(u"seconds"_s, u"How long it lasts."_s, u"S"_s, u"30"_s);
    const QCommandLineOption rate(u"rate"_s, u"Honest callbacks a second."_s, u"N"_s, u"500"_s);
    const QCommandLineOption slow(u"slow"_s, u"Clients that never finish a head."_s, u"N"_s, u"1000"_s);
    const QCommandLineOption bodies(u"bodies"_s, u"Clients that send 300 MB."_s, u"N"_s, u"50"_s);
    const QCommandLineOption heads(u"heads"_s, u"Clients that send a head without end."_s, u"N"_s, u"50"_s);
    QCommandLineOption attackPort(u"attack"_s, u"Be the process that sends the abuse."_s, u"PORT"_s);
    attackPort.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions({seconds, rate, slow, bodies, heads, attackPort});
    parser.addHelpOption();
    parser.process(application);
    const auto number = [&parser](const QCommandLineOption &option, int least) {
        return std::max(least, parser.value(option).toInt());
    };
    AbusePlan abuse;
    abuse.slowHeads = number(slow, 0);
    abuse.hugeBodies = number(bodies, 0);
    abuse.endlessHeads = number(heads, 0);
    if (parser.isSet(attackPort)) {
        abuse.port = parser.value(attackPort).toUShort();
        return attack(abuse);
    }
    HonestPlan honest;
    honest.perSecond = number(rate, 1);
    honest.seconds = number(seconds, 1);
    return run(abuse, honest);
}
