// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/secrets/token.h"

#include "model/secrets/privatefile.h"

#include <QCoreApplication>

#include <algorithm>
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

bool isControl(QChar c)
{
    switch (c.category()) {
    case QChar::Other_Control:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

/// What keeps \a token from being the one that a person sees, with what to do; nothing when it is fine.
Result<void> checkCharacters(const QByteArray &token, const QString &where)
{
    constexpr qsizetype mostCharacters = 128;
    if (token.startsWith("\xef\xbb\xbf"))
        return failure(tr("the token begins with a byte order mark"), where, tr("Save it as UTF-8 without one"));
    if (!token.isValidUtf8())
        return failure(tr("the token is no UTF-8 text"), where, tr("Save the token of the console as plain text"));
    const QString text = QString::fromUtf8(token);
    if (text.isEmpty() || text.size() > mostCharacters)
        return failure(tr("the first line holds no token"), where, tr("A token has 1 to 128 characters"));
    if (std::any_of(text.cbegin(), text.cend(), isControl))
        return failure(tr("the token holds control characters"), where,
                       tr("Write the token of the console into it as plain text, and nothing else"));
    if (text.front().isSpace() || text.back().isSpace())
        return failure(tr("the token begins or ends with a blank"), where, tr("Remove the blanks around it"));
    return {};
}

} // namespace

Result<QByteArray> tokenFromText(const QByteArray &text, const QString &where)
{
    QByteArray line = text.split('\n').constFirst();
    while (line.endsWith('\r'))
        line.chop(1);
    if (const Result<void> fine = checkCharacters(line, where); !fine)
        return tl::unexpected<Error>(fine.error());
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
