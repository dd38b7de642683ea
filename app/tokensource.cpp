// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tokensource.h"

#include "model/secrets/token.h"

#include <QCoreApplication>

namespace seatscope {

using namespace Qt::StringLiterals;

void addTokenOptions(OptionReader &reader)
{
    reader.addValue(u"token-file"_s, u"F"_s, u"File with the token of callback authentication in its first line."_s);
    reader.addFlag(u"token-keychain"_s, u"Take that token from the keychain (\"seatscope token --store\")."_s);
}

TokenSource readTokenOptions(OptionReader &reader)
{
    const bool inEnvironment = hasTokenInEnvironment();
    const bool inKeychain = reader.has(u"token-keychain"_s);
    const std::optional<QString> file = reader.text(u"token-file"_s);
    if (int(inEnvironment) + int(inKeychain) + int(file.has_value()) > 1)
        reader.fail(
            u"--token-file, --token-keychain and the environment variable SEATSCOPE_TOKEN exclude each other."_s);
    if (file)
        return {TokenSource::Kind::File, *file};
    if (inKeychain)
        return {TokenSource::Kind::Keychain, {}};
    return {inEnvironment ? TokenSource::Kind::Environment : TokenSource::Kind::None, {}};
}

Result<QByteArray> readToken(const TokenSource &source)
{
    switch (source.kind) {
    case TokenSource::Kind::File:
        return readTokenFile(source.file);
    case TokenSource::Kind::Environment:
        return takeTokenFromEnvironment();
    case TokenSource::Kind::None:
    case TokenSource::Kind::Keychain:
        break;
    }
    return QByteArray();
}

Result<QByteArray> tokenFound(const Result<std::optional<QByteArray>> &found)
{
    if (!found)
        return tl::unexpected<Error>(found.error());
    if (!*found)
        return failure(u"the keychain holds no token"_s, u"keychain"_s,
                       u"Put it there with \"seatscope token --store\""_s);
    return tokenFromText(**found, u"keychain"_s);
}

Result<QByteArray> awaitToken(const TokenSource &source, SecretStore &store, const SignalNotifier &signalNotifier)
{
    if (source.kind != TokenSource::Kind::Keychain)
        return readToken(source);
    Result<QByteArray> token = failure(u"interrupted while waiting for the keychain"_s);
    QObject context;
    QObject::connect(&signalNotifier, &SignalNotifier::interrupted, &context, [] { QCoreApplication::exit(); });
    store.read(&context, [&token](const Result<std::optional<QByteArray>> &found) {
        token = tokenFound(found);
        QCoreApplication::exit();
    });
    QCoreApplication::exec();
    return token;
}

} // namespace seatscope
