// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/simulate/scenario.h"
#include "tests/benchmarks/loopbacksocket.h"

#include <QByteArray>
#include <QElapsedTimer>

#include <deque>
#include <vector>

namespace seatscope::bench {

/// What is posted, and how fast.
struct PipelinedPlan {
    quint16 port = 0;
    int perSecond = 10'000;
    int seconds = 30;
};

/// What became of it.
struct PipelinedFigures {
    qint64 posted = 0;
    qint64 answered = 0;      ///< with OK
    qint64 refused = 0;       ///< answered otherwise
    double longestWaitMs = 0; ///< a callback waited so long to be posted, because too many answers were missing
    double tookS = 0;         ///< from the first callback to the last answer
};

/// Posts simulated callbacks of the whole family at a steady rate over a few persistent connections, without waiting
/// for each answer before the next: many are on their way at once. The callbacks of one room take one connection, so
/// that they arrive in order. Blocks; for a process of its own, whose work is not that of what is measured.
class PipelinedLoad {
public:
    explicit PipelinedLoad(const PipelinedPlan &plan);

    /// Ends when all is answered, or when nothing has been answered for ten seconds.
    [[nodiscard]] PipelinedFigures run();

private:
    struct Waiting {
        QByteArray request;
        qint64 dueNs = 0;
    };
    struct Connection {
        LoopbackSocket socket;
        std::deque<Waiting> waiting; ///< may not be sent yet
        QByteArray toSend;
        QByteArray received;
        int unanswered = 0;
    };

    void make(qint64 dueNs);
    void pump(Connection &connection);
    void poll();
    void receive(Connection &connection);
    [[nodiscard]] bool isDone() const;

    const PipelinedPlan m_plan;
    Scenario m_scenario;
    std::vector<Connection> m_connections;
    PipelinedFigures m_figures;
    QElapsedTimer m_clock;
    qint64 m_made = 0;
    qint64 m_lastAnswerNs = 0;
    QByteArray m_part; ///< of what is received
};

} // namespace seatscope::bench
