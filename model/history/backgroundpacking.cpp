// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/history/backgroundpacking.h"

#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace seatscope {

void BackgroundPacking::begin(Sequence sequence, std::vector<RoomStatePtr> rooms)
{
    Q_ASSERT(!isBusy());
    m_sequence = sequence;
    // Shared because the pool copies what it runs.
    const auto promise = std::make_shared<QPromise<PackedRooms>>();
    m_future = promise->future();
    promise->start();
    QThreadPool::globalInstance()->start([promise, rooms = std::move(rooms)] {
        promise->addResult(packRooms(rooms));
        promise->finish();
    });
}

std::optional<BackgroundPacking::Done> BackgroundPacking::take()
{
    if (!isBusy() || !m_future.isFinished())
        return std::nullopt;
    const QFuture<PackedRooms> done = std::exchange(m_future, {});
    return Done{m_sequence, done.result()};
}

} // namespace seatscope
