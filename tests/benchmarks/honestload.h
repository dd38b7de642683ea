// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/benchmarks/loopbacksocket.h"

#include <QByteArray>
#include <QElapsedTimer>

#include <functional>
#include <vector>

namespace seatscope::bench {

/// Callbacks as Tencent sends them: at a steady rate, on connections that are kept.
struct HonestPlan {
    quint16 port = 0;
    int connections = 32;
    int perSecond = 500;
    int seconds = 30;
};

/// What came of them. An answer that is not OK, or did not come within allowedMs, does not count as ok.
struct HonestFigures {
    qint64 sent = 0; ///< due within the time, sent or not
    qint64 ok = 0;
    qint64 refused = 0; ///< answered, but not with OK
    qint64 broken = 0;  ///< the connection ended before the answer came
    qint64 late = 0;    ///< no answer within allowedMs of the moment at which it was due
    double p99Ms = 0;   ///< from the moment at which a callback was due, those that were not answered at allowedMs
    double maxMs = 0;
};

/// Sends seat callbacks and waits for their answers. One thread, no Qt event loop.
class HonestLoad {
public:
    static constexpr qint64 allowedMs = 2000;

    explicit HonestLoad(const HonestPlan &plan);

    /// Opens the connections and has one callback answered on each; false when that does not work.
    bool connect();
    /// Sends what the plan says. \a everyNowAndThen is called some twenty times a second.
    HonestFigures run(const std::function<void()> &everyNowAndThen);

private:
    struct Connection {
        LoopbackSocket socket;
        QByteArray toSend;   ///< what is left of the request in flight
        QByteArray answer;   ///< as far as it has come
        qint64 dueNs = 0;    ///< of the callback in flight
        bool isBusy = false; ///< a callback is in flight
    };

    void startDue(qint64 now);
    void begin(Connection &connection, qint64 dueNs);
    void poll(int timeoutMs);
    void send(Connection &connection);
    void receive(Connection &connection);
    void finish(Connection &connection, qint64 &counter);
    void giveUpLate(qint64 now);
    [[nodiscard]] bool isAnyBusy() const;
    [[nodiscard]] QByteArray request();

    const HonestPlan m_plan;
    std::vector<Connection> m_connections;
    std::vector<qint64> m_waiting; ///< when callbacks were due that no connection was free for, ascending, ns
    std::vector<double> m_takenMs;
    HonestFigures m_figures;
    QElapsedTimer m_clock;
    QByteArray m_received;
    qint64 m_number = 0;
};

} // namespace seatscope::bench
