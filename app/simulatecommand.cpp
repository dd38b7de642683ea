// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/simulatecommand.h"

#include "app/signalnotifier.h"
#include "app/terminal.h"
#include "model/core/jsontext.h"
#include "model/receive/tlsidentity.h"
#include "model/secrets/keychainstore.h"

#include <QCoreApplication>
#include <QRandomGenerator>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// How the answers were.
struct Tally {
    qint64 sent = 0;
    qint64 refused = 0;
    int refusedStatus = 0; ///< of the last that was refused
};

void writeUser(JsonWriter &json, const std::optional<UserId> &user)
{
    if (user)
        json.string(user->text());
    else
        json.null();
}

/// What callbacks told besides the seats, as the command rooms writes it.
void writeToldFacts(JsonWriter &json, const TrueRoom &room)
{
    if (room.name)
        json.key("name"_L1).string(*room.name);
    if (room.owner)
        json.key("owner"_L1).string(room.owner->text());
    if (room.maxSeats)
        json.key("maxSeats"_L1).number(*room.maxSeats);
    if (room.memberCount)
        json.key("memberCount"_L1).number(*room.memberCount);
    if (!room.members)
        return;
    json.key("members"_L1).beginArray();
    for (const UserId &member : *room.members)
        json.string(member.text());
    json.endArray();
}

void writeTrueRoom(JsonWriter &json, const TrueRoom &room)
{
    json.beginObject().key("roomId"_L1).string(room.id.text());
    json.key("product"_L1).string(room.live ? u"live" : u"room");
    json.key("state"_L1).string(room.destroyed ? u"destroyed" : u"active").key("seats"_L1).beginArray();
    for (const TrueSeat &seat : room.seats) {
        json.beginObject().key("index"_L1).number(seat.index.value());
        writeUser(json.key("user"_L1), seat.user);
        json.key("locked"_L1).boolean(seat.locked).key("videoDisabled"_L1).boolean(seat.videoDisabled);
        json.key("audioDisabled"_L1).boolean(seat.audioDisabled).endObject();
    }
    json.endArray();
    writeUser(json.key("operator"_L1), room.operatorAccount);
    json.key("eventTime"_L1).number(room.eventTime.value());
    writeToldFacts(json, room);
    json.endObject();
}

QByteArray trueRoomsJson(const std::vector<TrueRoom> &rooms)
{
    JsonWriter json;
    json.beginObject().key("rooms"_L1).beginArray();
    for (const TrueRoom &room : rooms)
        writeTrueRoom(json, room);
    json.endArray().endObject();
    return json.bytes() + '\n';
}

QByteArray trueRoomsText(const std::vector<TrueRoom> &rooms)
{
    QString text;
    for (const TrueRoom &room : rooms) {
        text += room.id.text();
        if (room.name)
            text += "  "_L1 % *room.name;
        text += room.destroyed ? "  DESTROYED\n"_L1 : "\n"_L1;
        for (const TrueSeat &seat : room.seats) {
            text += u"  %1  %2%3%4%5\n"_s.arg(seat.index.value(), 3)
                        .arg(seat.user ? seat.user->text() : u"-"_s, seat.locked ? u"  LOCKED"_s : QString(),
                             seat.videoDisabled ? u"  camera FORBIDDEN"_s : QString(),
                             seat.audioDisabled ? u"  mic FORBIDDEN"_s : QString());
        }
    }
    return text.toUtf8();
}

/// Sends until the run is over; what kept it from going on, empty when nothing did.
QString sendAll(CallbackSender &sender, Tally &tally)
{
    const SignalNotifier signalNotifier;
    QString problem;
    const QObject context;
    QObject::connect(&signalNotifier, &SignalNotifier::interrupted, &context, [&sender] { sender.stop(); });
    QObject::connect(&sender, &CallbackSender::sent, &context,
                     [&tally](const QString &, const QString &, int status, bool ok) {
                         ++tally.sent;
                         if (!ok) {
                             ++tally.refused;
                             tally.refusedStatus = status;
                         }
                     });
    QObject::connect(&sender, &CallbackSender::failed, &context, [&problem](const QString &message) {
        problem = message;
        QCoreApplication::exit();
    });
    QObject::connect(&sender, &CallbackSender::finished, &context, [] { QCoreApplication::exit(); });
    sender.start();
    QCoreApplication::exec();
    return problem;
}

/// Fetches what the options name: the token and the certificates to trust.
Result<void> prepare(SimulateOptions &options)
{
    const SignalNotifier signalNotifier;
    KeychainStore keychain;
    const Result<QByteArray> token = awaitToken(options.token, keychain, signalNotifier);
    if (!token)
        return tl::unexpected<Error>(token.error());
    options.sender.token = *token;
    if (options.tlsRoots.isEmpty())
        return {};
    const Result<QList<QSslCertificate>> roots = readCertificates(options.tlsRoots);
    if (!roots)
        return tl::unexpected<Error>(roots.error());
    options.sender.roots = *roots;
    return {};
}

} // namespace

ExitCode runSimulate(SimulateOptions options)
{
    if (const Result<void> prepared = prepare(options); !prepared) {
        say(prepared.error().message());
        return ExitCode::Failed;
    }
    const SystemClock clock;
    if (!options.isRepeatable) {
        // 32 bits are easily typed again.
        options.scenario.seed = QRandomGenerator::global()->generate();
        options.scenario.start = EventTime(clock.wallTime().value() / 1000);
        options.sender.followClock = true;
    }
    if (options.sender.perSecond > 0)
        options.scenario.stepMs = qMax<qint64>(1, qRound64(1000 / options.sender.perSecond));
    // Without the path, which may be a secret.
    const QString target = options.sender.target.toDisplayString(QUrl::RemovePath | QUrl::RemoveQuery);
    say(u"posting to %1: %2 rooms of %3 seats, seed %4"_s.arg(target)
            .arg(options.scenario.rooms)
            .arg(options.scenario.seatsPerRoom)
            .arg(options.scenario.seed));
    CallbackSender sender(options.sender, options.scenario, clock);
    Tally tally;
    const QString problem = sendAll(sender, tally);
    if (!problem.isEmpty()) {
        say(u"%1: %2, after %3 callbacks"_s.arg(target, problem).arg(tally.sent));
        return ExitCode::Failed;
    }
    say(u"%1 callbacks sent, %2 of them not answered OK"_s.arg(tally.sent).arg(tally.refused));
    const std::vector<TrueRoom> rooms = sender.scenario().rooms();
    static_cast<void>(writeOut(options.json ? trueRoomsJson(rooms) : trueRoomsText(rooms)));
    if (tally.refused == 0)
        return ExitCode::Done;
    say(u"the last refusal had status %1"_s.arg(tally.refusedStatus));
    return ExitCode::Failed;
}

} // namespace seatscope
