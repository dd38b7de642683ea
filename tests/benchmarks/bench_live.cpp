// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// How soon a posted callback is seen: 500 callbacks a second go through the real port into the seat table of an
// offscreen window; printed is the time from posting to the moment when the table's model shows the new user.

#include "model/session/session.h"
#include "tests/benchmarks/seatload.h"
#include "ui/mainwindow.h"
#include "ui/seats/seatspanel.h"

#include <QApplication>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace seatscope;
using namespace seatscope::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int perSecond = 500;
constexpr int callbacks = 10 * perSecond;
constexpr double barMs = 100.0;
/// After this time the run has failed, ms.
constexpr int patienceMs = 60'000;

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

int report(std::vector<double> delaysMs, int answered)
{
    std::printf("posted=%d answered=%d shown=%zu\n", callbacks, answered, delaysMs.size());
    // The first callbacks come before the window has chosen the room; the rest must all be seen.
    if (answered != callbacks || delaysMs.size() < static_cast<size_t>(callbacks - perSecond)) {
        std::fprintf(stderr, "bench_live: callbacks were lost on their way\n");
        return 1;
    }
    std::ranges::sort(delaysMs);
    const double p50 = delaysMs.at(delaysMs.size() / 2);
    const double p99 = delaysMs.at(delaysMs.size() * 99 / 100);
    std::printf("post_to_model_p50_ms=%.1f\npost_to_model_p99_ms=%.1f\n", p50, p99);
    if (p99 > barMs) {
        std::fprintf(stderr, "bench_live: post_to_model_p99_ms is above the bar of %.0f\n", barMs);
        return 1;
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"seatscope-bench"_s);
    // On the disk that holds the program: a memory file system would flatter the journal.
    const QTemporaryDir folder(QCoreApplication::applicationDirPath() + u"/bench_live-XXXXXX"_s);
    SystemClock clock;
    SessionConfig config;
    config.journalPath = folder.filePath(u"j.seatscope"_s);
    config.port = 0;
    Session session(config);
    if (const Result<void> started = session.start(); !started) {
        std::fprintf(stderr, "bench_live: %s\n", qPrintable(started.error().message()));
        return 1;
    }
    MainWindow window(session, clock);
    window.show();

    SeatLoad load(static_cast<quint16>(session.callbackUrl().port()), perSecond, callbacks);
    const Stopwatch stopwatch(*window.seatsPanel()->view()->model(), load);
    // The last callback must have had the time to be shown before the run ends.
    const auto finish = [&] { QTimer::singleShot(500, &application, &QCoreApplication::quit); };
    QObject::connect(&load, &QThread::finished, &application, finish);
    QTimer::singleShot(patienceMs, &application, &QCoreApplication::quit);
    load.start();
    QApplication::exec();
    load.wait();
    return report(stopwatch.delaysMs(), load.answered());
}
