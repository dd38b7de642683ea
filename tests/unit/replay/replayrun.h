// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/replay/replayer.h"
#include "tests/unit/replay/scriptedtarget.h"

namespace seatscope::test {

/// Captures in memory.
class MemorySource final : public ReplaySource {
public:
    void add(const QByteArray &body)
    {
        Capture capture;
        capture.summary.sequence = Sequence(static_cast<qint64>(captures.size()) + 1);
        capture.summary.status = 200;
        capture.head =
            "POST /cb?x=1 HTTP/1.1\r\nHost: old\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n";
        capture.body = body;
        captures.push_back(capture);
    }
    [[nodiscard]] Result<Capture> fetch(const ReplayPlan &plan, size_t index) override
    {
        return captures.at(static_cast<size_t>(plan.at(index).sequence.value()) - 1);
    }

    std::vector<Capture> captures;
};

/// A replay and what it told.
struct Run {
    explicit Run(const QString &url, ReplayPace pace = {ReplayPace::Kind::Fastest, 1}) : plan(pace)
    {
        options.target = *readReplayTarget(url);
        options.timeoutMs = 20'000;
    }
    /// Adds a capture of \a room that came \a atMs after the others.
    void add(const QByteArray &body, const QString &room = QStringLiteral("r"), qint64 atMs = 0)
    {
        source.add(body);
        plan.add({source.captures.back().summary.sequence, ArrivalTime(atMs * 1000), RoomId(room)});
    }
    Replayer &start()
    {
        replayer = std::make_unique<Replayer>(options, plan, source, clock);
        QObject::connect(replayer.get(), &Replayer::done, replayer.get(),
                         [this](const ReplayResult &result) { results.push_back(result); });
        QObject::connect(replayer.get(), &Replayer::finished, replayer.get(), [this] { isFinished = true; });
        QObject::connect(replayer.get(), &Replayer::refused, replayer.get(),
                         [this](const Error &error, bool isRemote) { refusal = error.message(), remote = isRemote; });
        replayer->start();
        return *replayer;
    }

    ReplayOptions options;
    ReplayPlan plan;
    MemorySource source;
    SystemClock clock;
    std::unique_ptr<Replayer> replayer;
    std::vector<ReplayResult> results;
    bool isFinished = false;
    QString refusal;
    bool remote = false;
};

inline QString urlOf(const ScriptedTarget &target)
{
    return QStringLiteral("http://127.0.0.1:%1").arg(target.port());
}

} // namespace seatscope::test
