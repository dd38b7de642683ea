// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/strongtypes.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace seatscope {

/// The name of the field by which a replayed request can be told from one that the sender made.
inline constexpr QByteArrayView replayField = "X-SeatScope-Replay";

/// Whether \a head, a request line and fields each with their CRLF, has a field of that name, in whatever case
/// (RFC 9110, section 5.1).
[[nodiscard]] bool isReplay(QByteArrayView head);

/// The capture that an edited request was made of. Another journal has other captures under the same sequence: the time
/// of arrival tells whose it is.
struct EditOrigin {
    Sequence sequence;
    ArrivalTime receivedAt; ///< µs

    friend bool operator==(const EditOrigin &, const EditOrigin &) = default;
};

/// The value of replayField that says so: `17; edited; received=1700000000000000`.
[[nodiscard]] QByteArray editMark(const EditOrigin &origin);

/// What the last such field of \a head says; nothing where it says no more than that this is a replay, or something
/// else: anybody may send it.
[[nodiscard]] std::optional<EditOrigin> editOriginOf(QByteArrayView head);

} // namespace seatscope
