// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/callback/admission.h"

#include "model/callback/shorttext.h"

#include <QCryptographicHash>

#include <utility>

namespace seatscope {

namespace {

using namespace Qt::StringLiterals;

/// How far a signed request may be away from now (RTC documentation 64412).
constexpr qint64 signatureValidityS = 60;

bool isProbe(const RawRequest &request)
{
    return request.method != "POST" || request.body.isEmpty();
}

Ruling foreignApp(const RequestQuery &query)
{
    if (!query.sdkAppIdText)
        return {Verdict::ForeignApp, u"the query names no SdkAppid"_s};
    return {Verdict::ForeignApp,
            QString("SdkAppid "_L1 % shortText(*query.sdkAppIdText) % " is not one of the allowed"_L1)};
}

} // namespace

Admission::Admission(AdmissionRules rules, const Clock &clock) : m_rules(std::move(rules)), m_clock(clock) {}

Ruling Admission::judge(const RawRequest &request, const RequestQuery &query) const
{
    // The path may be a secret: how long the comparison takes must not tell how much of it was right, nor a
    // method that somebody is listening here at all.
    if (!equalInConstantTime(query.path, m_rules.path)) {
        return {Verdict::WrongPath,
                QString("nothing is received at the path "_L1 % shortText(QByteArrayView(query.path)))};
    }
    if (request.method != "POST" && request.method != "GET" && request.method != "HEAD") {
        return {Verdict::WrongMethod,
                QString("callbacks are sent with POST, not "_L1 % shortText(QByteArrayView(request.method)))};
    }
    if (isProbe(request))
        return {Verdict::Probe, {}};
    if (!m_rules.allowedApps.empty() && (!query.sdkAppId || !m_rules.allowedApps.contains(*query.sdkAppId)))
        return foreignApp(query);
    return judgeSignature(query).value_or(Ruling{});
}

std::optional<Ruling> Admission::judgeSignature(const RequestQuery &query) const
{
    if (m_rules.token.isEmpty())
        return std::nullopt;
    if (query.sign.isEmpty())
        return Ruling{Verdict::BadSignature, u"the query has no Sign"_s};
    if (!query.requestTimeS)
        return Ruling{Verdict::BadSignature, u"the query has no readable RequestTime"_s};
    // The signature first: whoever has no token learns nothing about the clock.
    if (!equalInConstantTime(query.sign.toLower(), signatureOf(*query.requestTimeS)))
        return Ruling{Verdict::BadSignature, u"Sign does not fit the token"_s};

    const qint64 nowUs = m_clock.wallTime().value();
    const qint64 aheadS = *query.requestTimeS - nowUs / 1'000'000;
    constexpr qint64 validityUs = signatureValidityS * 1'000'000;
    const bool isFar = qAbs(aheadS) > signatureValidityS + 1; // then µs could overflow
    if (isFar || qAbs(*query.requestTimeS * 1'000'000 - nowUs) > validityUs)
        return Ruling{Verdict::StaleSignature, u"RequestTime is more than 60 s away from now"_s};
    return std::nullopt;
}

const QByteArray &Admission::signatureOf(qint64 requestTimeS) const
{
    if (m_lastTimeS != requestTimeS) {
        m_lastSignature = callbackSignature(m_rules.token, requestTimeS);
        m_lastTimeS = requestTimeS;
    }
    return m_lastSignature;
}

QByteArray callbackSignature(const QByteArray &token, qint64 requestTimeS)
{
    const QByteArray signedText = token + QByteArray::number(requestTimeS);
    return QCryptographicHash::hash(signedText, QCryptographicHash::Sha256).toHex();
}

bool equalInConstantTime(const QByteArray &given, const QByteArray &secret)
{
    if (secret.isEmpty())
        return given.isEmpty();
    // Volatile keeps the compiler from leaving the loop early.
    volatile unsigned difference = given.size() == secret.size() ? 0U : 1U;
    for (qsizetype i = 0; i < given.size(); ++i) {
        const auto one = static_cast<unsigned char>(given.at(i));
        const auto other = static_cast<unsigned char>(secret.at(i % secret.size()));
        difference = difference | static_cast<unsigned>(one ^ other);
    }
    return difference == 0U;
}

} // namespace seatscope
