// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/secrets/privatefile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>
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

/// Why \a path cannot be opened, by the number of the system's error.
tl::unexpected<Error> cannotRead(int error, const QString &path)
{
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        if (QFileInfo(path).isSymLink())
            return failure(tr("is a link to a file that does not exist"), path, tr("Mend the link or name the file"));
        return failure(tr("cannot be read: there is no such file"), path,
                       tr("Check the name; without a folder it is looked for where the program was started"));
    case EACCES:
    case EPERM:
        return failure(tr("cannot be read: it is not yours to read"), path,
                       tr("Start the program as the user whom it belongs to, or copy it and make the copy yours with "
                          "\"chown\""));
    default:
        return failure(tr("cannot be read: %1").arg(qt_error_string(error)), path,
                       tr("Name another file, or copy it to a place where it can be read"));
    }
}

tl::unexpected<Error> cannotWrite(const QString &reason, const QString &path)
{
    return failure(tr("cannot be written: %1").arg(reason), path,
                   tr("Name a file in a folder that exists and in which you may write"));
}

/// Opens \a path for reading when it is a regular file.
Result<void> openRegular(QFile &file, const QString &path)
{
    // Not to wait where a named pipe has no writer, nor to become the owner of a terminal.
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0)
        return cannotRead(errno, path);
    struct stat status = {};
    const bool isRegular = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
    if (isRegular && file.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle))
        return {};
    ::close(descriptor);
    if (!isRegular)
        return failure(tr("is no regular file"), path, tr("Name a file, not a folder, a pipe or a device"));
    return failure(tr("cannot be read: %1").arg(file.errorString()), path, tr("Name another file"));
}

Result<QByteArray> readOpened(QFile &file, const QString &path, qint64 mostBytes)
{
    QByteArray content = file.read(mostBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return failure(tr("cannot be read: %1").arg(file.errorString()), path,
                       tr("Name another file, or copy it to a place where it can be read"));
    if (content.size() > mostBytes)
        return failure(tr("is larger than %1 bytes").arg(mostBytes), path,
                       tr("It cannot be the right file; name another"));
    return content;
}

Result<void> checkPrivate(int descriptor, const QString &path)
{
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0)
        return cannotRead(errno, path);
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

Result<QByteArray> readRegularFile(const QString &path, qint64 mostBytes)
{
    QFile file;
    if (const Result<void> opened = openRegular(file, path); !opened)
        return tl::unexpected<Error>(opened.error());
    return readOpened(file, path, mostBytes);
}

Result<QByteArray> readPrivateFile(const QString &path, qint64 mostBytes)
{
    QFile file;
    if (const Result<void> opened = openRegular(file, path); !opened)
        return tl::unexpected<Error>(opened.error());
    if (const Result<void> isPrivate = checkPrivate(file.handle(), path); !isPrivate)
        return tl::unexpected<Error>(isPrivate.error());
    return readOpened(file, path, mostBytes);
}

Result<void> makePrivateFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::NewOnly | QIODevice::WriteOnly, ownerOnly) || !fill(file, content))
        return cannotWrite(file.errorString(), path);
    return {};
}

Result<void> replacePrivateFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    // The permissions before the content: nobody else can have it open then.
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ownerOnly) || !fill(file, content) || !file.commit())
        return cannotWrite(file.errorString(), path);
    return {};
}

} // namespace seatscope
