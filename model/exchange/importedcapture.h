// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"
#include "model/core/strongtypes.h"
#include "model/core/verdict.h"
#include "model/journal/capture.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <variant>

namespace seatscope {

/// Whether a capture can have been answered with \a status: 0 stands for no answer, which is known only of what this
/// program sent and of what a damaged journal no longer tells. A journal check takes others for damage. Pure.
[[nodiscard]] inline bool isPossibleStatus(int status, Verdict verdict, CaptureFlags flags)
{
    constexpr int lowest = 100;
    constexpr int highest = 599;
    if (status == 0)
        return verdict == Verdict::Lost || flags.testFlag(CaptureFlag::Sent);
    return status >= lowest && status <= highest;
}

/// A request as a file tells of it, and what the file knows besides.
struct ImportedCapture {
    QByteArray head; ///< byte for byte, with its empty line
    QByteArray body; ///< byte for byte
    QByteArray method;
    QByteArray target;
    QString peer;                          ///< empty when unknown
    std::optional<ArrivalTime> receivedAt; ///< absent: the import's own time counts
    std::optional<Sequence> sequence;      ///< as recorded
    std::optional<Ruling> ruling;          ///< absent: judged by the import
    std::optional<int> status; ///< HTTP status it was answered with, as isPossibleStatus(); absent: the ruling's
    CaptureFlags flags;        ///< as recorded; of a capture without a ruling the import finds them out
    std::optional<Sequence> duplicateOf; ///< in the numbers of the file
    std::optional<Sequence> origin;      ///< in the numbers of the file
    bool bookmarked = false;
    QString note; ///< empty when there is none
};

/// What could not be read of a file.
struct ImportProblem {
    QString where;  ///< line, entry or file name as shown to people
    QString reason; ///< a sentence without the final full stop
};

/// Reads captures from a file, one after the other, holding on to none of them. Use from one thread.
class CaptureSource {
public:
    CaptureSource() = default;
    CaptureSource(const CaptureSource &) = delete;
    CaptureSource &operator=(const CaptureSource &) = delete;
    virtual ~CaptureSource() = default;

    /// Next capture, a problem that only concerns one of them, or nothing at the end. An Error ends the whole import.
    [[nodiscard]] virtual Result<std::optional<std::variant<ImportedCapture, ImportProblem>>> next() = 0;
    /// Bytes read, for progress.
    [[nodiscard]] virtual qint64 position() const = 0;
    /// Bytes in all, for progress.
    [[nodiscard]] virtual qint64 size() const = 0;
};

/// What a source brings next.
using ImportedItem = std::optional<std::variant<ImportedCapture, ImportProblem>>;

} // namespace seatscope
