// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/servecommand.h"

#include "app/captureprinter.h"
#include "app/signalnotifier.h"
#include "app/terminal.h"
#include "model/core/jsontext.h"
#include "model/secrets/keychainstore.h"
#include "model/session/openlistening.h"
#include "model/session/session.h"

#include <QCoreApplication>

#include <unistd.h>
#include <utility>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

QByteArray listeningLine(const QUrl &url, bool json)
{
    const QString text = url.toString(QUrl::FullyEncoded);
    if (!json)
        return "listening on " + text.toUtf8() + '\n';
    JsonWriter writer;
    writer.beginObject().key("event"_L1).string(u"listening").key("url"_L1).string(text).endObject();
    return writer.bytes() + '\n';
}

ExitCode explain(const Error &error)
{
    say(error.message());
    return ExitCode::Failed;
}

/// Says what is less safe than it could be.
void warn(const Session &session)
{
    const SessionConfig &config = session.config();
    if (config.admission.allowedApps.empty())
        say(u"no --sdkappid is given: callbacks of any application are accepted"_s);
    if (isOpenToOthers(config))
        say(u"--allow-open: whoever reaches %1 can post callbacks that are accepted"_s.arg(config.address.toString()));
    if (const QString warning = session.tlsWarning(); !warning.isEmpty())
        say(config.tls.certificate % u": "_s % warning);
    if (const QString warning = session.connectionsWarning(); !warning.isEmpty())
        say(warning);
}

/// Says once when nothing can be written any more, and once when it works again.
void watchWriting(Session &session, QString &known)
{
    const QString trouble = session.writeTrouble();
    if (trouble == known)
        return;
    known = trouble;
    say(trouble.isEmpty() ? u"the journal can be written again"_s : trouble);
}

/// Says what turned connections away, which no capture tells.
void sayTurnedAway(const QString &when, const ConnectionsTurnedAway &connections)
{
    say(u"%1 (to make room: %2, too many from one address: %3, never encrypted: %4)"_s.arg(when)
            .arg(connections.forRoom)
            .arg(connections.forAddress)
            .arg(connections.failedHandshake));
}

ExitCode receive(Session &session, CapturePrinter &printer, const SignalNotifier &signalNotifier)
{
    QString knownTrouble;
    // Nobody reads the lines, or they cannot be made: both end the session as an interruption does.
    const auto endUnless = [](bool goesOn) {
        if (!goesOn)
            QCoreApplication::exit();
    };
    const QObject context;
    QObject::connect(&signalNotifier, &SignalNotifier::interrupted, &context, [&printer] {
        // Before the next lines: what tells of the signal is read by now.
        printer.hurry();
        QCoreApplication::exit();
    });
    bool turnedAway = false;
    QObject::connect(&session, &Session::countersChanged, &context, [&session, &knownTrouble, &turnedAway] {
        watchWriting(session, knownTrouble);
        const ConnectionsTurnedAway connections = session.counters().turnedAway;
        // Only the first time: a flood must not flood the terminal. The end tells the sum.
        if (!std::exchange(turnedAway, connections.total() > 0) && turnedAway)
            sayTurnedAway(u"connections are turned away"_s, connections);
    });
    QObject::connect(&session, &Session::published, &context,
                     [&printer, endUnless](const BatchPtr &batch) { endUnless(printer.print(batch->captures)); });
    QCoreApplication::exec();
    session.stop();
    if (const ConnectionsTurnedAway connections = session.counters().turnedAway; connections.total() > 0)
        sayTurnedAway(u"connections turned away: %1"_s.arg(connections.total()), connections);
    printer.printRest();
    return printer.hasFailed() ? ExitCode::Failed : ExitCode::Done;
}

} // namespace

ExitCode runServe(ServeOptions options)
{
    // Before the start: an interruption that comes meanwhile waits for the event loop.
    const SignalNotifier signalNotifier;
    KeychainStore keychain;
    SessionConfig &config = options.listen.session;
    const Result<QByteArray> token = awaitToken(options.listen.token, keychain, signalNotifier);
    if (!token)
        return explain(token.error());
    config.admission.token = *token;
    if (const Result<void> opened = openSecretPath(options.listen.secretPathFile, config.admission); !opened)
        return explain(opened.error());
    if (const Result<void> mayListen = checkOpenListening(config); !mayListen) {
        say(mayListen.error().message());
        return ExitCode::WrongUsage;
    }
    OutputWriter output(STDOUT_FILENO, signalNotifier.descriptor());
    Session session(options.listen.session);
    if (const Result<void> started = session.start(); !started)
        return explain(started.error());
    Result<std::unique_ptr<JournalReader>> journal = JournalReader::open(options.listen.session.journalPath);
    if (!journal)
        return explain(journal.error());
    warn(session);
    if (output.write(listeningLine(session.callbackUrl(), options.json)) == WriteOutcome::Closed)
        return ExitCode::Done;
    CapturePrinter printer(std::move(*journal), session.lastSequence(), options.json, output);
    return receive(session, printer, signalNotifier);
}

} // namespace seatscope
