// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/requestquery.h"
#include "model/core/clock.h"
#include "model/core/rawrequest.h"
#include "model/core/verdict.h"

#include <QByteArray>

#include <optional>
#include <set>

namespace seatscope {

/// Which requests are let in.
struct AdmissionRules {
    QByteArray path = "/";          ///< the callback URL's path, compared byte by byte
    bool pathIsSecret = false;      ///< only who was given the path knows it
    std::set<SdkAppId> allowedApps; ///< empty: any application
    QByteArray token;               ///< empty: no signature asked; 1 to 128 characters otherwise
};

/// Judges a request by its method, path, application and signature, in this order; the body is not read.
/// The rules never change. For one thread at a time: it remembers the signature that it computed last.
class Admission {
public:
    /// \a clock must outlive the object.
    Admission(AdmissionRules rules, const Clock &clock);

    /// The verdict before the body is decoded: Accepted means "go on and decode".
    /// \a query is what the request's target says.
    [[nodiscard]] Ruling judge(const RawRequest &request, const RequestQuery &query) const;
    [[nodiscard]] const AdmissionRules &rules() const { return m_rules; }

private:
    [[nodiscard]] std::optional<Ruling> judgeSignature(const RequestQuery &query) const;
    [[nodiscard]] const QByteArray &signatureOf(qint64 requestTimeS) const;

    AdmissionRules m_rules;
    const Clock &m_clock;
    // A sender's callbacks of one second carry the same signature.
    mutable std::optional<qint64> m_lastTimeS;
    mutable QByteArray m_lastSignature;
};

/// hex(sha256(token + requestTime)), the `Sign` of callback authentication (RTC documentation 64412, Chat 34354).
[[nodiscard]] QByteArray callbackSignature(const QByteArray &token, qint64 requestTimeS);

/// Whether both are equal, in a time that depends on the length of \a given only.
[[nodiscard]] bool equalInConstantTime(const QByteArray &given, const QByteArray &secret);

} // namespace seatscope
