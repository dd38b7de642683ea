// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/requestquery.h"
#include "model/core/rawrequest.h"
#include "model/core/verdict.h"

#include <QByteArray>

#include <vector>

namespace seatscope {

/// Where an answer belongs: a connection and its place in the order of that connection's requests.
struct AnswerTicket {
    quint64 connection = 0;
    quint64 place = 0;
    bool uninvited = false; ///< a probe, or turned down by its head: such requests have a share of what may wait

    friend bool operator==(const AnswerTicket &, const AnswerTicket &) = default;
};

/// A request that waits to be written, with what was decided about it before its body was read.
struct PendingRequest {
    RawRequest request;
    RequestQuery query; ///< what the request's target says
    Ruling admission;
    AnswerTicket ticket;
};

/// What goes back to the sender once the request is on disk, or could not be put there.
struct Answer {
    AnswerTicket ticket;
    int status = 200;
    QByteArray body;
    qint64 arrivedNs = 0; ///< when the request was complete, by the monotonic clock
};

/// Takes answers. Called in the writer thread; must return at once.
class AnswerSink {
public:
    AnswerSink() = default;
    AnswerSink(const AnswerSink &) = delete;
    AnswerSink &operator=(const AnswerSink &) = delete;
    virtual ~AnswerSink() = default;
    virtual void deliver(std::vector<Answer> answers) = 0;
};

} // namespace seatscope
