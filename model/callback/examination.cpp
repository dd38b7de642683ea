// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/callback/examination.h"

#include "model/callback/decoder.h"
#include "model/callback/requestquery.h"
#include "model/callback/shorttext.h"
#include "model/core/jsontext.h"

#include <utility>

namespace seatscope {

namespace {

using namespace Qt::StringLiterals;

QByteArray answer(QLatin1StringView status, int errorCode, const QString &info)
{
    JsonWriter json;
    json.beginObject().key("ActionStatus"_L1).string(QString(status));
    json.key("ErrorCode"_L1).number(errorCode).key("ErrorInfo"_L1).string(info).endObject();
    return json.bytes();
}

} // namespace

bool isAheadOfClock(std::optional<EventTime> eventTime, ArrivalTime arrival)
{
    constexpr qint64 toleranceMs = 1000;
    return eventTime && eventTime->value() - arrival.value() / 1000 > toleranceMs;
}

Examination examine(const QByteArray &body, const RequestQuery &query, const Ruling &admission)
{
    Examination examination{admission, std::nullopt, std::nullopt};
    if (admission.verdict != Verdict::Accepted)
        return examination;

    auto decoded = decodeCallback(body, query.command);
    if (!decoded) {
        examination.jsonError = decoded.error();
        examination.ruling = {Verdict::Malformed,
                              QString("the body is no JSON: "_L1 % examination.jsonError->message())};
        return examination;
    }
    if (!query.sdkAppId) {
        decoded->findings.push_back({FindingCode::MissingSdkAppId,
                                     {},
                                     u"SdkAppid in the query"_s,
                                     query.sdkAppIdText ? shortText(*query.sdkAppIdText) : u"nothing"_s});
    }
    examination.ruling = {decoded->inCatalogue ? Verdict::Accepted : Verdict::UnknownCommand, {}};
    examination.callback = *std::move(decoded);
    return examination;
}

QByteArray answerBody(const Ruling &ruling)
{
    static const QByteArray ok = answer("OK"_L1, 0, {});
    return isRefused(ruling.verdict) ? failBody(ruling.reason) : ok;
}

QByteArray failBody(const QString &reason)
{
    return answer("FAIL"_L1, 1, reason);
}

} // namespace seatscope
