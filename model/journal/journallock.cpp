// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/journallock.h"

#include "model/core/logging.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <optional>
#include <string>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

struct JournalText {
    Q_DECLARE_TR_FUNCTIONS(seatscope::Journal)
};

/// Where a journal really is: two names of one file must meet the same lock.
QString realPath(const QString &path)
{
    const QFileInfo file(path);
    QString existing = file.canonicalFilePath();
    if (!existing.isEmpty())
        return existing;
    const QString folder = QFileInfo(file.path()).canonicalFilePath();
    return folder.isEmpty() ? path : QString(folder % u'/' % file.fileName());
}

/// How often the lock file may be deleted just before it is locked.
constexpr int maxTries = 100;

/// The process that the lock file \a file names, if there is one with that number. Numbers from another container mean
/// nothing here, and on a full disk there is none.
std::optional<qint64> namedProcess(int file)
{
    std::array<char, 20> text{};
    const ssize_t length = ::pread(file, text.data(), text.size(), 0);
    const QByteArray line = QByteArray(text.data(), std::max<ssize_t>(length, 0)).split('\n').constFirst();
    bool isNumber = false;
    const int process = line.toInt(&isNumber);
    if (!isNumber || process <= 0 || (::kill(process, 0) != 0 && errno != EPERM))
        return std::nullopt;
    return process;
}

/// Leaves this process's number in the lock file; on a full disk nothing, so that no other number stays there.
void nameProcess(int file)
{
    const std::string number = std::to_string(::getpid()) + '\n';
    const bool isWritten = ::ftruncate(file, 0) == 0 && ::pwrite(file, number.data(), number.size(), 0) > 0;
    if (!isWritten)
        qCDebug(journalLog) << "the lock file does not name this process";
}

QByteArray lockName(const QString &journal)
{
    return QFile::encodeName(journal + u".lock"_s);
}

/// Whether \a file still is what \a name stands for.
bool isStill(int file, const QByteArray &name)
{
    struct stat opened {};
    struct stat named {};
    return ::fstat(file, &opened) == 0 && ::lstat(name.constData(), &named) == 0 && opened.st_dev == named.st_dev &&
           opened.st_ino == named.st_ino;
}

/// \a remedy: when another one has it.
tl::unexpected<Error> notLocked(int file, int error, const QString &path, const QString &remedy)
{
    if (error != EWOULDBLOCK)
        return failure(JournalText::tr("the journal cannot be locked against other programs (%1)")
                           .arg(QString::fromStdString(std::generic_category().message(error))),
                       path, JournalText::tr("Keep the journal on a disk of this machine."));
    const std::optional<qint64> process = namedProcess(file);
    return failure(process ? JournalText::tr("another SeatScope (process %1) has this journal open").arg(*process)
                           : JournalText::tr("another SeatScope has this journal open"),
                   path, remedy);
}

bool tryLock(int file)
{
    int locked = 0;
    do {
        locked = ::flock(file, LOCK_EX | LOCK_NB);
    } while (locked != 0 && errno == EINTR);
    return locked == 0;
}

} // namespace

Result<JournalLock> JournalLock::acquire(const QString &path)
{
    return acquire(path, Purpose::Write);
}

Result<JournalLock> JournalLock::acquireForCopy(const QString &path)
{
    return acquire(path, Purpose::Copy);
}

Result<JournalLock> JournalLock::acquire(const QString &givenPath, Purpose purpose)
{
    const QString path = realPath(givenPath);
    const QByteArray name = lockName(path);
    const QString remedy =
        purpose == Purpose::Write
            ? JournalText::tr("End it or name another file with --journal.")
            : JournalText::tr("End it first, or repair a copy that was made while no program was writing.");
    for (int tries = 0; tries < maxTries; ++tries) {
        int file = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
        if (file < 0 && purpose == Purpose::Copy) {
            // A damaged journal may lie where nothing can be written.
            file = ::open(name.constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
            if (file < 0 && errno == ENOENT)
                return JournalLock(-1, path);
            if (file < 0)
                return notLocked(file, errno, path, remedy);
        }
        if (file < 0)
            return failure(
                JournalText::tr("the journal cannot be opened for writing"), path,
                JournalText::tr("Check that the folder exists, that you may write there, and that the disk has room."));
        auto close = qScopeGuard([file] { ::close(file); });
        if (!tryLock(file))
            return notLocked(file, errno, path, remedy);
        // Whoever had the lock deletes the file when it ends; this may have been opened just before.
        if (!isStill(file, name))
            continue;
        nameProcess(file);
        close.dismiss();
        return JournalLock(file, path);
    }
    return failure(JournalText::tr("other programs open and close this journal all the time"), path,
                   JournalText::tr("Try again."));
}

JournalLock::~JournalLock()
{
    if (m_file < 0)
        return;
    // As long as it is locked: later it may be another's.
    const QByteArray name = lockName(m_path);
    if (isStill(m_file, name))
        ::unlink(name.constData());
    ::close(m_file);
}

} // namespace seatscope
