// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// An open, offscreen window with callbacks coming through the real port.
//
// First, how soon a posted callback is seen: 500 callbacks a second; post_to_model is the time from posting to the
// moment when the seat table's model shows the new user.
// Then, whether the window stays usable under 10,000 callbacks of the whole family a second, from a process of its own:
// gui_gap is the longest time, in each tenth of a second, that the gui's event loop kept others waiting (see GuiGaps);
// 33 ms are two frames of a display. Nothing may be dropped: all that was posted is answered OK, published to the
// window and in the journal. rss_growth is what the process takes more of at the end than after the first third.

#include "model/journal/journalreader.h"
#include "model/session/session.h"
#include "tests/benchmarks/guigaps.h"
#include "tests/benchmarks/pipelinedload.h"
#include "tests/benchmarks/processfigures.h"
#include "tests/benchmarks/seatload.h"
#include "ui/captures/capturespanel.h"
#include "ui/mainwindow.h"
#include "ui/rooms/roomspanel.h"
#include "ui/seats/seatspanel.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QProcess>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace seatscope;
using namespace seatscope::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int perSecond = 500;
constexpr int callbacks = 10 * perSecond;
constexpr double freshnessBarMs = 100.0;
/// After this time the first part has failed, ms.
constexpr int patienceMs = 60'000;
/// What comes last has so long to reach the window, ms.
constexpr int settlingMs = 500;

/// As large as the window of a person with a display of our days.
constexpr QSize windowSize(1920, 1080);
/// The first argument of the process that posts.
constexpr auto loadOption = "--load";
constexpr double gapBarMs = 33.0;
/// Pages of the log and of SQLite are filled by then, and figures of health have fixed places. 100 bytes that are kept
/// of each callback would be 19 MB.
constexpr double growthBarMb = 10.0;

/// Watches the table's model and notes how long each callback took to get there.
class Stopwatch : public QObject {
public:
    Stopwatch(const QAbstractItemModel &model, const SeatLoad &load) : m_model(model), m_load(load), m_shown(callbacks)
    {
        connect(&model, &QAbstractItemModel::dataChanged, this,
                [this](const QModelIndex &first, const QModelIndex &last) { look(first.row(), last.row()); });
        connect(&model, &QAbstractItemModel::rowsInserted, this,
                [this](const QModelIndex &, int first, int last) { look(first, last); });
    }

    [[nodiscard]] const std::vector<double> &delaysMs() const { return m_delaysMs; }

private:
    void look(int firstRow, int lastRow)
    {
        const SteadyTime now = std::chrono::steady_clock::now();
        for (int row = firstRow; row <= lastRow; ++row) {
            const QString user = m_model.index(row, 0).data(SeatModel::UserRole).toString();
            const int n = user.mid(1).toInt();
            if (!user.startsWith(u'u') || m_shown.at(static_cast<size_t>(n)))
                continue;
            m_shown.at(static_cast<size_t>(n)) = true;
            m_delaysMs.push_back(std::chrono::duration<double, std::milli>(now - m_load.postedAt(n)).count());
        }
    }

    const QAbstractItemModel &m_model;
    const SeatLoad &m_load;
    std::vector<bool> m_shown;
    std::vector<double> m_delaysMs;
};

int fail(const QString &why)
{
    std::fprintf(stderr, "bench_live: %s\n", qPrintable(why));
    return 1;
}

/// Of ascending values.
double percentile(const std::vector<double> &values, double share)
{
    const auto at = static_cast<size_t>(share * static_cast<double>(values.size()));
    return values.empty() ? 0 : values.at(std::min(values.size() - 1, at));
}

int report(std::vector<double> delaysMs, int answered)
{
    std::printf("posted=%d answered=%d shown=%zu\n", callbacks, answered, delaysMs.size());
    // The first callbacks come before the window has chosen the room; the rest must all be seen.
    if (answered != callbacks || delaysMs.size() < static_cast<size_t>(callbacks - perSecond))
        return fail(u"callbacks were lost on their way"_s);
    std::ranges::sort(delaysMs);
    const double p99 = percentile(delaysMs, 0.99);
    std::printf("post_to_model_p50_ms=%.1f\npost_to_model_p99_ms=%.1f\n", percentile(delaysMs, 0.5), p99);
    return p99 > freshnessBarMs ? fail(u"post_to_model_p99_ms is above the bar of %1"_s.arg(freshnessBarMs)) : 0;
}

/// Counts how often a widget was painted.
class Paints : public QObject {
public:
    [[nodiscard]] int count() const { return m_count; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        m_count += event->type() == QEvent::Paint ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }

private:
    int m_count = 0;
};

/// What was seen of the window under load.
struct LoadReport {
    QByteArray load; ///< the words of the process that posted
    std::vector<double> gapsMs;
    qint64 growthKb = 0;
    int paints = 0; ///< of the log
    std::map<QByteArray, double> threadSeconds;
};

/// Ends the event loop. QCoreApplication::quit() would close the window.
void endLoop()
{
    QCoreApplication::exit();
}

/// Runs the event loop until \a load has ended and what it posted had the time to be shown.
void watch(QProcess &load)
{
    QObject::connect(&load, &QProcess::finished, &load, [] { QTimer::singleShot(settlingMs, qApp, &endLoop); });
    QObject::connect(&load, &QProcess::errorOccurred, qApp, &endLoop);
    QApplication::exec();
}

/// Posts from a process of its own, and looks at this one meanwhile.
LoadReport underLoad(const PipelinedPlan &plan, const MainWindow &window)
{
    LoadReport report;
    const ProcessFigures self(QCoreApplication::applicationPid());
    const std::map<QByteArray, double> before = self.threadSeconds();
    qint64 residentKb = 0;
    GuiGaps gaps;
    Paints paints;
    window.capturesPanel()->view()->viewport()->installEventFilter(&paints);
    QProcess load;
    load.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QTimer::singleShot(std::chrono::milliseconds(plan.seconds * 1000 / 3), &load,
                       [&] { residentKb = self.residentKb(); });
    QObject::connect(&load, &QProcess::finished, &gaps, &GuiGaps::stop);
    load.start(QCoreApplication::applicationFilePath(),
               {QString::fromLatin1(loadOption), QString::number(plan.port), QString::number(plan.perSecond),
                QString::number(plan.seconds)});
    gaps.start();
    watch(load);
    report.growthKb = self.residentKb() - residentKb;
    report.load = load.readAllStandardOutput();
    report.paints = paints.count();
    report.gapsMs = gaps.longestMs();
    for (const auto &[name, seconds] : self.threadSeconds()) {
        const auto earlier = before.find(name);
        report.threadSeconds[name] = seconds - (earlier == before.end() ? 0 : earlier->second);
    }
    return report;
}

int judge(const LoadReport &report, const PipelinedPlan &plan)
{
    std::fputs(report.load.constData(), stdout);
    for (const auto &[name, seconds] : report.threadSeconds) {
        if (seconds > 0.02 * plan.seconds)
            std::printf("cpu_%s_percent=%.0f\n", name.constData(), 100 * seconds / plan.seconds);
    }
    const double gap = percentile(report.gapsMs, 0.99);
    const double growthMb = static_cast<double>(report.growthKb) / 1024;
    std::printf("paints_per_s=%.0f\n", static_cast<double>(report.paints) / plan.seconds);
    std::printf("gui_gap_p50_ms=%.1f\ngui_gap_p99_ms=%.1f\ngui_gap_max_ms=%.1f\nrss_growth_mb=%.1f\n",
                percentile(report.gapsMs, 0.5), gap, report.gapsMs.back(), growthMb);
    // What is not painted takes no time.
    if (report.paints < 10 * plan.seconds)
        return fail(u"the window was hardly painted"_s);
    if (gap > gapBarMs)
        return fail(u"gui_gap_p99_ms is above the bar of %1"_s.arg(gapBarMs));
    return growthMb > growthBarMb ? fail(u"rss_growth_mb is above the bar of %1"_s.arg(growthBarMb)) : 0;
}

/// Whether all that was posted is answered OK, shown in the window's log and in the journal.
int countAll(const LoadReport &report, const PipelinedPlan &plan, const Session &session, const MainWindow &window)
{
    const qint64 expected = callbacks + qint64{plan.perSecond} * plan.seconds;
    const Result<std::unique_ptr<JournalReader>> journal = JournalReader::open(session.config().journalPath);
    const Result<JournalUsage> usage =
        journal ? (*journal)->usage() : Result<JournalUsage>(tl::unexpected<Error>(journal.error()));
    const qint64 kept = usage ? usage->captures : -1;
    const auto shown = qint64{window.capturesPanel()->view()->model()->rowCount()};
    std::printf("journal_captures=%lld\nlog_rows=%lld\n", static_cast<long long>(kept), static_cast<long long>(shown));
    const QByteArray answered = "load_answered=" + QByteArray::number(expected - callbacks) + '\n';
    const bool isAllAnswered = report.load.contains(answered);
    return isAllAnswered && kept == expected && shown == expected
               ? 0
               : fail(u"of %1 callbacks some were dropped"_s.arg(expected));
}

/// What the other process does.
int runLoad(const QStringList &arguments)
{
    const PipelinedPlan plan{arguments.value(2).toUShort(), std::max(1, arguments.value(3).toInt()),
                             std::max(1, arguments.value(4).toInt())};
    const PipelinedFigures figures = PipelinedLoad(plan).run();
    const double cpuS = static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
    std::printf("load_posted=%lld\nload_answered=%lld\nload_refused=%lld\nload_took_s=%.1f\n"
                "load_longest_wait_ms=%.0f\nload_cpu_percent=%.0f\n",
                static_cast<long long>(figures.posted), static_cast<long long>(figures.answered),
                static_cast<long long>(figures.refused), figures.tookS, figures.longestWaitMs,
                100 * cpuS / figures.tookS);
    return 0;
}

/// The first part.
int measureFreshness(Session &session, const MainWindow &window)
{
    SeatLoad load(static_cast<quint16>(session.callbackUrl().port()), perSecond, callbacks);
    const Stopwatch stopwatch(*window.seatsPanel()->view()->model(), load);
    // The last callback must have had the time to be shown before the run ends.
    const auto finish = [] { QTimer::singleShot(settlingMs, qApp, &endLoop); };
    QObject::connect(&load, &QThread::finished, qApp, finish);
    QTimer giveUp;
    giveUp.setSingleShot(true);
    QObject::connect(&giveUp, &QTimer::timeout, qApp, &endLoop);
    giveUp.start(patienceMs);
    load.start();
    QApplication::exec();
    load.wait();
    return report(stopwatch.delaysMs(), load.answered());
}

int run(int perSecondUnderLoad, int seconds)
{
    // On the disk that holds the program: a memory file system would flatter the journal.
    const QTemporaryDir folder(QCoreApplication::applicationDirPath() + u"/bench_live-XXXXXX"_s);
    SystemClock clock;
    SessionConfig config;
    config.journalPath = folder.filePath(u"j.seatscope"_s);
    config.port = 0;
    config.tellsActivities = true; // as every window asks for
    Session session(config);
    if (const Result<void> started = session.start(); !started)
        return fail(started.error().message());
    MainWindow window(session, clock);
    window.resize(windowSize);
    window.show();
    const int freshness = measureFreshness(session, window);

    // A room of the load, as soon as there is one.
    QObject::connect(&session, &Session::published, &window, [&window] {
        if (window.roomsPanel()->chosen() == RoomId(QString::fromLatin1(SeatLoad::roomId)))
            window.roomsPanel()->choose(RoomId(u"rid-101"_s));
    });
    const PipelinedPlan plan{static_cast<quint16>(session.callbackUrl().port()), perSecondUnderLoad, seconds};
    const LoadReport loaded = underLoad(plan, window);
    const int all = countAll(loaded, plan, session, window);
    const int judgement = judge(loaded, plan);
    return std::max({freshness, all, judgement});
}

} // namespace

int main(int argc, char **argv)
{
    if (argc > 1 && QByteArrayView(argv[1]) == QByteArrayView(loadOption)) {
        const QCoreApplication application(argc, argv);
        return runLoad(QCoreApplication::arguments());
    }
    const QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"seatscope-bench"_s);
    QCommandLineParser parser;
    const QCommandLineOption rate(u"rate"_s, u"Callbacks a second under load."_s, u"N"_s, u"10000"_s);
    const QCommandLineOption seconds(u"seconds"_s, u"How long the load lasts."_s, u"S"_s, u"30"_s);
    parser.addOptions({rate, seconds});
    parser.addHelpOption();
    parser.process(application);
    return run(std::max(1, parser.value(rate).toInt()), std::max(1, parser.value(seconds).toInt()));
}
