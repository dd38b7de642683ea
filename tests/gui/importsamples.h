// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/session/session.h"

#include <QByteArray>

#include <future>

namespace seatscope::test {

/// Keeps the writer thread busy until it goes.
class BusyWriter {
public:
    explicit BusyWriter(Session &session)
    {
        m_isTaken =
            session.addToJournal([waits = m_release.get_future().share()](JournalWriter &, RoomArrivals &) -> BatchPtr {
                waits.wait();
                return nullptr;
            });
    }
    ~BusyWriter() { m_release.set_value(); }
    BusyWriter(const BusyWriter &) = delete;
    BusyWriter &operator=(const BusyWriter &) = delete;
    [[nodiscard]] bool isTaken() const { return m_isTaken; }

private:
    std::promise<void> m_release;
    bool m_isTaken = false;
};

inline QByteArray bodyOf(const QByteArray &user)
{
    return R"({"CallbackCommand":"Mic.CallbackAfterSeatInfoChanged","RoomId":"from-file","RoomType":"Conference",)"
           R"("EventTime":1700000000500,"Operator_Account":"host","SeatList":[{"Index":2,"Member_Account":")" +
           user + "\",\"IsTakenDisabled\":false,\"IsVideoDisabled\":false,\"IsAudioDisabled\":false}]}\n";
}

} // namespace seatscope::test
