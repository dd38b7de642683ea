// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/secrets/secretpath.h"

#include "model/secrets/privatefile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype leastCharacters = 22;
constexpr qsizetype mostCharacters = 1024;

bool isUnreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
           c == '.' || c == '~';
}

QString tr(const char *text)
{
    return QCoreApplication::translate("seatscope::SecretPath", text);
}

} // namespace

QByteArray generateSecretPath()
{
    std::array<quint32, 6> random{};
    QRandomGenerator::system()->fillRange(random.data(), static_cast<qsizetype>(random.size()));
    const QByteArray bytes(reinterpret_cast<const char *>(random.data()), sizeof random);
    return '/' + bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

bool isSecretPath(const QByteArray &path)
{
    return path.size() > leastCharacters && path.size() <= mostCharacters && path.startsWith('/') &&
           std::all_of(path.cbegin() + 1, path.cend(), isUnreserved);
}

Result<QByteArray> openSecretPathFile(const QString &file)
{
    if (!QFileInfo::exists(file)) {
        // None is made through a link: where it leads may be another's choice.
        if (QFileInfo(file).isSymLink())
            return failure(tr("is a link to a file that does not exist"), file,
                           tr("Remove the link to have the file made here, or name the file that it should lead to"));
        QByteArray path = generateSecretPath();
        if (const Result<void> made = makePrivateFile(file, path + '\n'); !made)
            return tl::unexpected<Error>(made.error());
        return path;
    }
    const Result<QByteArray> content = readPrivateFile(file, 2 * mostCharacters);
    if (!content)
        return tl::unexpected<Error>(content.error());
    QByteArray path = content->split('\n').constFirst().trimmed();
    if (!path.startsWith('/'))
        path.prepend('/');
    if (!isSecretPath(path)) {
        return failure(tr("the first line is no secret path"), file,
                       tr("It needs at least 22 characters of A-Z, a-z, 0-9, '-', '_', '.' and '~'; remove the file to "
                          "have one generated"));
    }
    return path;
}

} // namespace seatscope
