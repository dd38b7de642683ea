-- SPDX-FileCopyrightText: 2026 The SeatScope developers
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The load of bench_ingest: one seat callback with ten seats, posted as Tencent would.

local seats = {}
for index = 0, 9 do
    local user = index % 3 == 0 and "" or ("14411523377572769" .. index)
    seats[#seats + 1] = string.format(
        '{"Index":%d,"Member_Account":"%s","IsTakenDisabled":%s,"IsVideoDisabled":false,"IsAudioDisabled":%s}',
        index, user, tostring(index == 9), tostring(index == 4))
end

wrk.method = "POST"
wrk.path = "/?SdkAppid=1400000001&CallbackCommand=Mic.CallbackAfterSeatInfoChanged"
    .. "&contenttype=json&ClientIP=127.0.0.1&OptPlatform=Web"
wrk.headers["Content-Type"] = "application/json"
wrk.body = '{"CallbackCommand":"Mic.CallbackAfterSeatInfoChanged","Operator_Account":"user1","RoomId":"rid-123","SeatList":['
    .. table.concat(seats, ",") .. '],"EventTime":1670574414123}'

-- The signature and its time come behind "--" on wrk's command line.
function init(args)
    wrk.path = wrk.path .. "&Sign=" .. args[1] .. "&RequestTime=" .. args[2]
end

-- One line that a program can read; wrk's own report is for people.
function done(summary, latency, _)
    local errors = summary.errors
    io.write(string.format("bench requests=%d duration_us=%d p99_us=%d bad_status=%d socket_errors=%d\n",
        summary.requests, summary.duration, latency:percentile(99.0), errors.status,
        errors.connect + errors.read + errors.write + errors.timeout))
end
