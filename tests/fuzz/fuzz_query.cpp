// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The input is a request target; behind a line feed, method, token and path of a receiver, each ended by a line feed.

#include "model/callback/admission.h"
#include "model/callback/fieldreader.h"
#include "model/callback/requestquery.h"
#include "tests/fuzz/check.h"
#include "tests/support/manualclock.h"

#include <algorithm>

namespace seatscope::fuzz {

namespace {

constexpr qint64 nowS = 1'669'872'112;

bool same(const RequestQuery &one, const RequestQuery &other)
{
    return one.path == other.path && one.sdkAppIdText == other.sdkAppIdText && one.sdkAppId == other.sdkAppId &&
           one.command == other.command && one.sign == other.sign && one.requestTimeS == other.requestTimeS &&
           one.clientIp == other.clientIp && one.platform == other.platform;
}

RequestQuery checkedQuery(const QByteArray &target)
{
    RequestQuery query = parseRequestTarget(target);
    require(same(query, parseRequestTarget(target)), "parsing twice gives the same");
    require(!query.path.contains('?'), "the path ends before the query");
    require(target.contains(query.path) || query.path == "/", "the path is as it was sent");
    require(!query.sdkAppId || (query.sdkAppIdText && query.sdkAppId->value() > 0), "an application is a number");
    require(!query.requestTimeS || *query.requestTimeS >= 0, "a time is not negative");
    require(query.command.size() <= longestIdentifier, "commands are limited");
    const qsizetype texts = query.command.size() + query.sign.size() + query.clientIp.size() + query.platform.size() +
                            query.sdkAppIdText.value_or(QString()).size() + query.path.size();
    require(texts <= target.size() + 1, "decoding makes nothing longer");
    return query;
}

/// The values of \a query, encoded again, in another order and case.
void checkEncodedAgain(const RequestQuery &query)
{
    QByteArray target = "/?OPTPLATFORM=" + query.platform.toUtf8().toPercentEncoding() +
                        "&clientip=" + query.clientIp.toUtf8().toPercentEncoding() +
                        "&%53ign=" + query.sign.toPercentEncoding() +
                        "&CallbackCommand=" + query.command.toUtf8().toPercentEncoding() + "&Sign=later&command=later";
    if (query.sdkAppIdText)
        target += "&SdkAppid=" + query.sdkAppIdText->toUtf8().toPercentEncoding();
    if (query.requestTimeS)
        target += "&RequestTime=" + QByteArray::number(*query.requestTimeS);
    RequestQuery again = parseRequestTarget(target);
    again.path = query.path;
    require(same(query, again) || query.command.toUtf8().size() > longestIdentifier,
            "a query that is encoded again says the same");
}

bool isGoodSignature(const RequestQuery &query, const QByteArray &token)
{
    return query.requestTimeS && qAbs(*query.requestTimeS - nowS) <= 60 &&
           query.sign.toLower() == callbackSignature(token, *query.requestTimeS);
}

void checkRuling(const Ruling &ruling, const RawRequest &request, const RequestQuery &query,
                 const AdmissionRules &rules)
{
    require(isRefused(ruling.verdict) != ruling.reason.isEmpty(), "a refusal, and nothing else, has a reason");
    require(ruling.reason.size() < 200, "reasons are short");
    if (ruling.verdict == Verdict::Accepted) {
        require(request.method == "POST" && query.path == rules.path, "only a POST to the path is let in");
        require(rules.token.isEmpty() || isGoodSignature(query, rules.token), "only what is signed is let in");
    }
}

void checkAdmission(const RawRequest &request, const RequestQuery &query, const AdmissionRules &rules)
{
    const test::ManualClock clock(nowS * 1'000'000);
    const Admission used(rules, clock);
    RequestQuery valid;
    valid.path = rules.path;
    valid.requestTimeS = nowS;
    valid.sign = callbackSignature(rules.token, nowS).toUpper();
    RawRequest post = request;
    post.method = "POST";
    for (int round = 0; round < 2; ++round) {
        const Ruling ruling = used.judge(request, query);
        const Ruling fresh = Admission(rules, clock).judge(request, query);
        checkRuling(ruling, request, query, rules);
        require(ruling.verdict == fresh.verdict && ruling.reason == fresh.reason, "earlier requests change nothing");
        const Verdict wanted = request.body.isEmpty() ? Verdict::Probe : Verdict::Accepted;
        require(used.judge(post, valid).verdict == wanted, "what is signed is let in");
    }
}

} // namespace

} // namespace seatscope::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace seatscope;
    using namespace seatscope::fuzz;
    const QList<QByteArray> lines = inputBytes(data, size).split('\n');
    RawRequest request;
    request.target = lines.value(0);
    request.method = lines.value(1, "POST");
    request.body = "{}";
    AdmissionRules rules;
    rules.token = lines.value(2).left(128);
    rules.path = lines.value(3, "/");

    const RequestQuery query = checkedQuery(request.target);
    checkEncodedAgain(query);
    checkAdmission(request, query, rules);
    rules.allowedApps = {SdkAppId(1'400'000'001)};
    const test::ManualClock clock(nowS * 1'000'000);
    if (Admission(rules, clock).judge(request, query).verdict == Verdict::Accepted)
        require(query.sdkAppId == SdkAppId(1'400'000'001), "only the allowed application is let in");
    return 0;
}
