// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/secrets/privatefile.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

QString tr(const char *text)
{
    return QCoreApplication::translate("seatscope::PrivateFile", text);
}

Result<void> checkPrivate(int descriptor, const QString &path)
{
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode))
        return failure(tr("is no regular file"), path, tr("Name a file that holds the secret"));
    if (status.st_uid != ::geteuid() && status.st_uid != 0)
        return failure(tr("belongs to another user"), path, tr("Make it yours with \"chown\", or copy what is in it"));
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return failure(tr("other users have permissions for this file, which holds a secret"), path,
                       tr("\"chmod 600\" keeps it yours"));
    return {};
}

/// Writes and closes \a file; true when all of it is there.
template<typename File>
bool fill(File &file, const QByteArray &content)
{
    return file.write(content) == content.size() && file.flush();
}

} // namespace

Result<QByteArray> readPrivateFile(const QString &path, qint64 mostBytes)
{
    // Not to wait where a named pipe has no writer.
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return failure(tr("cannot be read: %1").arg(qt_error_string(errno)), path);
    QFile file;
    if (!file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        ::close(descriptor);
        return failure(tr("cannot be read: %1").arg(file.errorString()), path);
    }
    if (const Result<void> isPrivate = checkPrivate(descriptor, path); !isPrivate)
        return tl::unexpected<Error>(isPrivate.error());
    QByteArray content = file.read(mostBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return failure(tr("cannot be read: %1").arg(file.errorString()), path);
    if (content.size() > mostBytes)
        return failure(tr("is larger than %1 bytes").arg(mostBytes), path, tr("It cannot be the right file"));
    return content;
}

Result<void> makePrivateFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::NewOnly | QIODevice::WriteOnly, ownerOnly) || !fill(file, content))
        return failure(tr("cannot be written: %1").arg(file.errorString()), path);
    return {};
}

Result<void> replacePrivateFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    // The permissions before the content: nobody else can have it open then.
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ownerOnly) || !fill(file, content) || !file.commit())
        return failure(tr("cannot be written: %1").arg(file.errorString()), path);
    return {};
}

} // namespace seatscope
