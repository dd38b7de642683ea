// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/pipeline/pendingrequest.h"
#include "model/receive/receiver.h"

#include <utility>

namespace seatscope {

/// Posts the writer's answers to the receiver's thread.
class AnswerPost final : public AnswerSink {
public:
    void setReceiver(Receiver *receiver) { m_receiver = receiver; }

    void deliver(std::vector<Answer> answers) override
    {
        QMetaObject::invokeMethod(
            m_receiver, [receiver = m_receiver, answers = std::move(answers)] { receiver->deliver(answers); },
            Qt::QueuedConnection);
    }

private:
    Receiver *m_receiver = nullptr; ///< set before the first request can come, alive until the writer has ended
};

} // namespace seatscope
