// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/secrets/token.h"

#include "model/secrets/privatefile.h"

#include <QCoreApplication>

#include <cstdlib>
#include <cstring>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// More than any token: what follows the first line is nobody's business, a whole disk is.
constexpr qint64 mostFileBytes = 64LL * 1024;

QString tr(const char *text)
{
    return QCoreApplication::translate("seatscope::Token", text);
}

} // namespace

Result<QByteArray> tokenFromText(const QByteArray &text, const QString &where)
{
    constexpr qsizetype mostCharacters = 128;
    QByteArray line = text.split('\n').constFirst();
    while (line.endsWith('\r'))
        line.chop(1);
    const qsizetype characters = QString::fromUtf8(line).size();
    if (characters < 1 || characters > mostCharacters)
        return failure(tr("the first line holds no token"), where, tr("A token has 1 to 128 characters"));
    return line;
}

Result<QByteArray> readTokenFile(const QString &path)
{
    const Result<QByteArray> content = readPrivateFile(path, mostFileBytes);
    if (!content)
        return tl::unexpected<Error>(content.error());
    return tokenFromText(*content, path);
}

bool hasTokenInEnvironment()
{
    return qEnvironmentVariableIsSet(tokenVariable);
}

Result<QByteArray> takeTokenFromEnvironment()
{
    const QByteArray text = qgetenv(tokenVariable);
    // The memory stays readable in /proc after a mere unsetting.
    if (char *value = std::getenv(tokenVariable))
        std::memset(value, 0, std::strlen(value));
    qunsetenv(tokenVariable);
    return tokenFromText(text, QString::fromLatin1(tokenVariable));
}

} // namespace seatscope
