// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace seatscope {

/// What SeatScope made of a request. The numbers are stored in journals: never change or reuse one.
enum class Verdict : quint8 {
    Accepted = 0,       ///< a known command
    UnknownCommand = 1, ///< JSON, but no command that is in the catalogue; kept and answered OK
    Probe = 2,          ///< GET, HEAD or an empty POST, as the console's "verify" button may send
    ForeignApp = 3,     ///< SdkAppid missing or not one of the allowed
    BadSignature = 4,   ///< Sign missing or wrong
    StaleSignature = 5, ///< RequestTime more than 60 s away from now
    WrongPath = 6,      ///< not the path of the callback URL
    WrongMethod = 7,    ///< neither POST, GET nor HEAD
    Malformed = 8,      ///< the body is no JSON, or the HTTP is broken
    TooLarge = 9,       ///< a part of the request is beyond its limit
    TooSlow = 10,       ///< the request did not come within its time
    Overloaded = 11,    ///< turned down because the receiver holds too much already
    Lost = 12,          ///< a damaged journal no longer tells; none of the receiver's
};

/// The stable name that scripts, filters and exports use, for example "unknown-command".
[[nodiscard]] QLatin1StringView verdictName(Verdict verdict);
/// The verdict with that stable name, or nothing.
[[nodiscard]] std::optional<Verdict> verdictFromName(QStringView name);
/// The verdict with that stored number, or nothing when a newer version wrote it.
[[nodiscard]] std::optional<Verdict> verdictFromNumber(int number);
/// The HTTP status that this verdict is answered with; 0 where that is not known.
[[nodiscard]] int httpStatus(Verdict verdict);
/// Whether the request was turned down (answered FAIL). One whose verdict is lost counts as such: nothing says that it
/// was let in.
[[nodiscard]] bool isRefused(Verdict verdict);
/// Whether the request was no callback: a probe or turned down. Anyone can send such, also without a signature; hence
/// they have no more than a share of the journal.
[[nodiscard]] bool isUninvited(Verdict verdict);

/// A verdict together with the reason that goes into `ErrorInfo`; the reason is empty unless refused.
struct Ruling {
    Verdict verdict = Verdict::Accepted;
    QString reason;
    int ownStatus = 0; ///< HTTP status where the verdict's own does not say it (414, 431); 0: the verdict's own
};

/// The HTTP status that \a ruling is answered with.
[[nodiscard]] int httpStatus(const Ruling &ruling);

} // namespace seatscope
