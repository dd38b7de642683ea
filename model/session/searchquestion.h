// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/journal/capture.h"
#include "model/query/filter.h"

#include <memory>
#include <vector>

namespace seatscope {

/// What is asked of a CaptureSearch.
struct SearchQuestion {
    enum class Kind : quint8 {
        Past,  ///< the captures up to from that pass, newest first
        New,   ///< those from from on, oldest first
        Judge, ///< which of the sequences pass
        Read,  ///< the sequences, whether they pass or not
    };

    Kind kind = Kind::Past;
    quint64 token = 0;               ///< comes back with the answer
    bool isBegun = false;            ///< of Past and New: goes on where the last answer with this token and kind ended
    Filter filter;                   ///< but for Read, and where a search goes on
    Sequence from;                   ///< where Past and New begin
    std::vector<Sequence> sequences; ///< for Judge and Read
};

/// What a step of a search brought.
struct SearchAnswer {
    SearchQuestion::Kind kind = SearchQuestion::Kind::Past;
    quint64 token = 0;
    std::vector<CaptureSummary> found; ///< in the order of the question
    qint64 passed = 0;                 ///< of Past and New: how much was searched so far, of whole
    qint64 whole = 0;
    bool isDone = true;              ///< else the question can be asked again, as begun
    std::vector<Sequence> sequences; ///< those of the question
};

using SearchAnswerPtr = std::shared_ptr<const SearchAnswer>;

} // namespace seatscope
