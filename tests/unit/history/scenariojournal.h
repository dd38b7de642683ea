// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/pipeline/batchwriter.h"
#include "model/simulate/scenario.h"
#include "tests/unit/journal/journaltools.h"

#include <QTest>

namespace seatscope::test {

inline PendingRequest requestOf(const SimulatedCallback &callback, qint64 number)
{
    PendingRequest pending;
    pending.request.method = "POST";
    pending.request.target = "/?SdkAppid=7&CallbackCommand=" + callback.command.toUtf8();
    pending.request.receivedAt = ArrivalTime(1'700'000'000'000'000 + number);
    pending.request.body = callback.body;
    pending.query = parseRequestTarget(pending.request.target);
    return pending;
}

/// Fills the journal at \a path as the pipeline does, with \a captures callbacks of so many \a rooms; of any
/// kind, or seat callbacks only.
inline void fillWithScenario(const QString &path, int rooms, qint64 captures, bool seatsOnly = false)
{
    const auto writer = openWriter(path);
    QVERIFY(writer);
    QVERIFY(writer->forgoDurability());
    BatchWriter batches(*writer, RoomBook());
    ScenarioOptions options;
    options.rooms = rooms;
    options.start = EventTime(1'700'000'000'000);
    options.seatsOnly = seatsOnly;
    Scenario scenario(options);
    for (qint64 done = 0; done < captures;) {
        std::vector<PendingRequest> requests;
        for (int i = 0; i < 64; ++i)
            requests.push_back(requestOf(scenario.next(), ++done));
        QVERIFY(batches.write(requests).batch);
        batches.keepSnapshot();
    }
}

} // namespace seatscope::test
