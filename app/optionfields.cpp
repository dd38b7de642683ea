// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/optionfields.h"

#include "model/session/confignumbers.h"

#include <array>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

void copyPath(const SessionConfig &from, SessionConfig &to)
{
    to.admission.path = from.admission.path;
    to.admission.pathIsSecret = from.admission.pathIsSecret;
}

void copyTls(const SessionConfig &from, SessionConfig &to)
{
    to.tls = from.tls;
}

void copyListen(const SessionConfig &from, SessionConfig &to)
{
    to.address = from.address;
    to.port = from.port;
}

struct Field {
    QLatin1StringView option;
    void (*copy)(const SessionConfig &from, SessionConfig &to) = nullptr;
};

constexpr std::array fields = {
    Field{"journal"_L1, [](const SessionConfig &from, SessionConfig &to) { to.journalPath = from.journalPath; }},
    Field{"listen"_L1, copyListen},
    Field{"path"_L1, copyPath},
    Field{"secret-path-file"_L1, copyPath},
    Field{"sdkappid"_L1,
          [](const SessionConfig &from, SessionConfig &to) { to.admission.allowedApps = from.admission.allowedApps; }},
    Field{"tls-cert"_L1, copyTls},
    Field{"tls-key"_L1, copyTls},
    Field{"allow-open"_L1, [](const SessionConfig &from, SessionConfig &to) { to.allowOpen = from.allowOpen; }},
    Field{"keep-replays-out"_L1,
          [](const SessionConfig &from, SessionConfig &to) { to.keepsReplaysOut = from.keepsReplaysOut; }},
    Field{"count-loopback"_L1,
          [](const SessionConfig &from, SessionConfig &to) { to.limits.countLoopback = from.limits.countLoopback; }},
};

} // namespace

void copyFields(const std::set<QString> &options, const SessionConfig &from, SessionConfig &to)
{
    for (const Field &field : fields) {
        if (options.contains(QString(field.option)))
            field.copy(from, to);
    }
    for (const ConfigNumber &number : configNumbers()) {
        if (options.contains(QString(number.name)))
            number.set(to, number.get(from));
    }
}

} // namespace seatscope
