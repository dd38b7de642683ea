// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What the writer thread and the receive thread do with one callback beside disk and network, as multiples of
// RapidJSON's bare pass over the same body: one line of key=value, and exit 1 where examining costs more than allowed.

#include "model/callback/admission.h"
#include "model/callback/examination.h"
#include "model/callback/requestquery.h"
#include "model/room/reducer.h"
#include "model/room/roomevent.h"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <limits>
#include <string_view>
#include <utility>

namespace seatscope {

namespace {

/// Examining a callback may cost this many bare passes.
constexpr double mostPasses = 2.0;
constexpr int rounds = 40;
constexpr int callsARound = 2000;

/// The same body as ingest.lua's.
QByteArray seatBody()
{
    QByteArray seats;
    for (int index = 0; index < 10; ++index) {
        const QByteArray user = index % 3 == 0 ? QByteArray() : "14411523377572769" + QByteArray::number(index);
        seats += QByteArray(seats.isEmpty() ? "" : ",") + R"({"Index":)" + QByteArray::number(index) +
                 R"(,"Member_Account":")" + user + R"(","IsTakenDisabled":)" + (index == 9 ? "true" : "false") +
                 R"(,"IsVideoDisabled":false,"IsAudioDisabled":)" + (index == 4 ? "true" : "false") + "}";
    }
    return R"({"CallbackCommand":"Mic.CallbackAfterSeatInfoChanged","Operator_Account":"user1","RoomId":"rid-123",)"
           R"("SeatList":[)" +
           seats + R"(],"EventTime":1670574414123})";
}

/// A request of the present second, signed.
RawRequest signedRequest(const QByteArray &token, const Clock &clock)
{
    const qint64 nowS = clock.wallTime().value() / 1'000'000;
    RawRequest request;
    request.method = "POST";
    request.target = "/?SdkAppid=1400000001&CallbackCommand=Mic.CallbackAfterSeatInfoChanged&contenttype=json"
                     "&ClientIP=127.0.0.1&OptPlatform=Web&RequestTime=" +
                     QByteArray::number(nowS) + "&Sign=" + callbackSignature(token, nowS);
    request.body = seatBody();
    return request;
}

struct Job {
    const char *name;
    std::function<bool()> run; ///< false when it did not do what is measured
    double bestNs = std::numeric_limits<double>::max();
};

bool measure(std::vector<Job> &jobs)
{
    // In turns, and the best of each: what else the machine does hits all of them alike.
    for (int round = 0; round < rounds; ++round) {
        for (Job &job : jobs) {
            QElapsedTimer timer;
            timer.start();
            for (int call = 0; call < callsARound; ++call) {
                if (!job.run()) {
                    std::fprintf(stderr, "bench_decode: %s failed\n", job.name);
                    return false;
                }
            }
            job.bestNs = std::min(job.bestNs, static_cast<double>(timer.nsecsElapsed()) / callsARound);
        }
    }
    return true;
}

bool barePass(const QByteArray &body)
{
    constexpr unsigned flags =
        rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;
    rapidjson::BaseReaderHandler<> nothing;
    rapidjson::MemoryStream stream(body.constData(), static_cast<size_t>(body.size()));
    rapidjson::Reader reader;
    return !reader.Parse<flags>(stream, nothing).IsError();
}

int run(std::string_view only)
{
    const SystemClock clock;
    const QByteArray token("0123456789abcdef");
    const RawRequest request = signedRequest(token, clock);
    const RequestQuery query = parseRequestTarget(request.target);
    AdmissionRules rules;
    rules.allowedApps = {SdkAppId(1400000001)};
    rules.token = token;
    const Admission admission(rules, clock);
    const Ruling accepted;
    RoomStatePtr room;
    qint64 sequence = 0;
    const DecodedCallback callback = *examine(request.body, query, accepted).callback;

    std::vector<Job> jobs{
        {"sax", [&] { return barePass(request.body); }},
        {"examine", [&] { return examine(request.body, query, accepted).ruling.verdict == Verdict::Accepted; }},
        {"query", [&] { return parseRequestTarget(request.target).sdkAppId.has_value(); }},
        {"judge", [&] { return admission.judge(request, query).verdict == Verdict::Accepted; }},
        {"reduce",
         [&] {
             ++sequence;
             const auto event = roomEvent(callback, std::nullopt, Sequence(sequence), ArrivalTime(sequence));
             room = reduce(room, *event, ListAssumption::Auto).state;
             return room->seats.size() == 10;
         }},
    };
    if (!only.empty())
        std::erase_if(jobs, [only](const Job &job) { return only != job.name; });
    if (!measure(jobs))
        return 1;
    for (const Job &job : jobs)
        std::printf("%s_ns=%.0f %s_passes=%.2f ", job.name, job.bestNs, job.name, job.bestNs / jobs.front().bestNs);
    std::puts("");
    return only.empty() && jobs[1].bestNs > mostPasses * jobs[0].bestNs ? 1 : 0;
}

} // namespace

} // namespace seatscope

int main(int argc, char **argv)
{
    return seatscope::run(argc > 1 ? argv[1] : "");
}
