// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tokencommand.h"

#include "app/secretinput.h"
#include "app/signalnotifier.h"
#include "app/terminal.h"
#include "model/secrets/token.h"

#include <QCoreApplication>

#include <array>
#include <unistd.h>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// Runs the event loop until \a ask has been answered, with what it says about that, or a signal came.
template<typename Ask>
Result<QString> await(const SignalNotifier &signalNotifier, Ask ask)
{
    Result<QString> said = failure(u"interrupted while waiting for the keychain"_s);
    QObject context;
    QObject::connect(&signalNotifier, &SignalNotifier::interrupted, &context, [] { QCoreApplication::exit(); });
    ask(&context, [&said](const Result<QString> &outcome) {
        said = outcome;
        QCoreApplication::exit();
    });
    QCoreApplication::exec();
    return said;
}

Result<QString> store(SecretStore &secrets, const SignalNotifier &signalNotifier)
{
    const Result<QByteArray> line = readSecretLine(STDIN_FILENO, signalNotifier.descriptor(), "Token: ");
    if (!line)
        return tl::unexpected<Error>(line.error());
    const Result<QByteArray> token = tokenFromText(*line, u"standard input"_s);
    if (!token)
        return tl::unexpected<Error>(token.error());
    return await(signalNotifier, [&](QObject *context, auto then) {
        secrets.write(*token, context, [then](const Result<void> &outcome) {
            then(outcome.map([] { return u"the token is kept in the keychain"_s; }));
        });
    });
}

Result<QString> forget(SecretStore &secrets, const SignalNotifier &signalNotifier)
{
    return await(signalNotifier, [&](QObject *context, auto then) {
        secrets.remove(context, [then](const Result<void> &outcome) {
            then(outcome.map([] { return u"the keychain holds no token any more"_s; }));
        });
    });
}

Result<QString> status(SecretStore &secrets, const SignalNotifier &signalNotifier)
{
    return await(signalNotifier, [&](QObject *context, auto then) {
        secrets.read(context, [then](const Result<std::optional<QByteArray>> &found) {
            then(found.map([](const std::optional<QByteArray> &token) {
                return token ? u"the keychain holds a token"_s : u"the keychain holds no token"_s;
            }));
        });
    });
}

} // namespace

Parsed<TokenOptions> parseToken(const QStringList &arguments)
{
    OptionReader reader(u"token [--status|--store|--forget]"_s,
                        u"Looks after the token of callback authentication in the keychain, for --token-keychain."_s);
    reader.addFlag(u"status"_s, u"Say whether there is one; the default."_s);
    reader.addFlag(u"store"_s, u"Keep the token that standard input has in its first line."_s);
    reader.addFlag(u"forget"_s, u"Remove it."_s);
    TokenOptions options;
    if (reader.parse(arguments)) {
        constexpr std::array actions{std::pair("status"_L1, TokenAction::Status),
                                     std::pair("store"_L1, TokenAction::Store),
                                     std::pair("forget"_L1, TokenAction::Forget)};
        int given = 0;
        for (const auto &[name, action] : actions) {
            if (!reader.has(QString(name)))
                continue;
            options.action = action;
            ++given;
        }
        if (given > 1)
            reader.fail(u"--status, --store and --forget exclude each other."_s);
    }
    return reader.finish(options);
}

ExitCode runToken(const TokenOptions &options, SecretStore &secrets)
{
    const SignalNotifier signalNotifier;
    Result<QString> said;
    switch (options.action) {
    case TokenAction::Store:
        said = store(secrets, signalNotifier);
        break;
    case TokenAction::Forget:
        said = forget(secrets, signalNotifier);
        break;
    case TokenAction::Status:
        said = status(secrets, signalNotifier);
        break;
    }
    if (!said) {
        say(said.error().message());
        return ExitCode::Failed;
    }
    static_cast<void>(writeOut(said->toUtf8() + '\n'));
    return ExitCode::Done;
}

} // namespace seatscope
