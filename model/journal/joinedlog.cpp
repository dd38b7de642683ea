// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/joinedlog.h"

#include <sqlite3.h>

#include <QByteArray>
#include <QtEndian>

#include <algorithm>
#include <new>

namespace seatscope {

namespace {

constexpr const char *name = "seatscope-joined-log";
/// A frame's header; its bytes 4 to 7 are not 0 in the last frame of a transaction.
constexpr int frameHeaderSize = 24;
/// Bytes that wait at most, but for what came last. SQLite's file system for Unix writes fewer than 128 KiB at once.
constexpr qsizetype mostWaiting = 64 * 1024;

/// A log, with the system's file behind it in memory. SQLite makes and calls it through its C interface.
struct JoinedLog {
    sqlite3_file file{};
    QByteArray waiting;     ///< written by SQLite, not yet to the system
    sqlite3_int64 end = -1; ///< where what was written last ends; -1: unknown
    bool commits = false;   ///< the frame whose header came last ends a transaction

    [[nodiscard]] sqlite3_file *system() { return reinterpret_cast<sqlite3_file *>(this + 1); }
    [[nodiscard]] int flush();
    [[nodiscard]] int write(const void *bytes, int count, sqlite3_int64 offset);
};

int JoinedLog::flush()
{
    if (waiting.isEmpty())
        return SQLITE_OK;
    int code = SQLITE_OK;
    for (qsizetype from = 0; from < waiting.size() && code == SQLITE_OK; from += mostWaiting) {
        const qsizetype count = std::min(mostWaiting, waiting.size() - from);
        code = system()->pMethods->xWrite(system(), waiting.constData() + from, static_cast<int>(count),
                                          end - waiting.size() + from);
    }
    waiting.resize(0);
    if (code != SQLITE_OK)
        end = -1;
    return code;
}

int JoinedLog::write(const void *bytes, int count, sqlite3_int64 offset)
{
    const bool isHeader = count == frameHeaderSize;
    const bool isEndOfTransaction = commits && !isHeader;
    commits = isHeader && qFromBigEndian<quint32>(static_cast<const char *>(bytes) + 4) != 0;
    if (offset != end) {
        // Not what comes next in a transaction: the log's beginning, or a correction.
        int code = flush();
        if (code == SQLITE_OK)
            code = system()->pMethods->xWrite(system(), bytes, count, offset);
        end = code == SQLITE_OK ? offset + count : -1;
        return code;
    }
    waiting.append(static_cast<const char *>(bytes), count);
    end += count;
    return isEndOfTransaction || waiting.size() >= mostWaiting ? flush() : SQLITE_OK;
}

JoinedLog *logOf(sqlite3_file *file)
{
    return reinterpret_cast<JoinedLog *>(file);
}

/// Calls a method of the system's file after all that waits has been written.
template<typename Method, typename... Arguments>
int afterFlush(sqlite3_file *file, Method method, Arguments... arguments)
{
    JoinedLog *log = logOf(file);
    const int code = log->flush();
    log->end = -1;
    return code == SQLITE_OK ? (log->system()->pMethods->*method)(log->system(), arguments...) : code;
}

int closeLog(sqlite3_file *file)
{
    JoinedLog *log = logOf(file);
    const int written = log->flush();
    const int closed = log->system()->pMethods->xClose(log->system());
    log->~JoinedLog();
    return written == SQLITE_OK ? closed : written;
}

int syncLog(sqlite3_file *file, int flags)
{
    // What comes next goes on where it ended.
    JoinedLog *log = logOf(file);
    const int code = log->flush();
    return code == SQLITE_OK ? log->system()->pMethods->xSync(log->system(), flags) : code;
}

/// Of version 1: a log is neither shared nor mapped.
sqlite3_io_methods logMethods()
{
    sqlite3_io_methods methods{};
    methods.iVersion = 1;
    methods.xClose = closeLog;
    methods.xSync = syncLog;
    methods.xRead = [](sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset) {
        return afterFlush(file, &sqlite3_io_methods::xRead, bytes, count, offset);
    };
    methods.xWrite = [](sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset) {
        return logOf(file)->write(bytes, count, offset);
    };
    methods.xTruncate = [](sqlite3_file *file, sqlite3_int64 size) {
        return afterFlush(file, &sqlite3_io_methods::xTruncate, size);
    };
    methods.xFileSize = [](sqlite3_file *file, sqlite3_int64 *size) {
        return afterFlush(file, &sqlite3_io_methods::xFileSize, size);
    };
    methods.xLock = [](sqlite3_file *file, int lock) { return afterFlush(file, &sqlite3_io_methods::xLock, lock); };
    methods.xUnlock = [](sqlite3_file *file, int lock) { return afterFlush(file, &sqlite3_io_methods::xUnlock, lock); };
    methods.xCheckReservedLock = [](sqlite3_file *file, int *result) {
        return afterFlush(file, &sqlite3_io_methods::xCheckReservedLock, result);
    };
    methods.xFileControl = [](sqlite3_file *file, int operation, void *argument) {
        return afterFlush(file, &sqlite3_io_methods::xFileControl, operation, argument);
    };
    methods.xSectorSize = [](sqlite3_file *file) {
        return logOf(file)->system()->pMethods->xSectorSize(logOf(file)->system());
    };
    methods.xDeviceCharacteristics = [](sqlite3_file *file) {
        return logOf(file)->system()->pMethods->xDeviceCharacteristics(logOf(file)->system());
    };
    return methods;
}

sqlite3_vfs *systemOf(sqlite3_vfs *vfs)
{
    return static_cast<sqlite3_vfs *>(vfs->pAppData);
}

int openFile(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *openedFlags)
{
    sqlite3_vfs *system = systemOf(vfs);
    if ((flags & SQLITE_OPEN_WAL) == 0)
        return system->xOpen(system, path, file, flags, openedFlags);
    static const sqlite3_io_methods methods = logMethods();
    auto *log = new (file) JoinedLog;
    log->system()->pMethods = nullptr;
    const int code = system->xOpen(system, path, log->system(), flags, openedFlags);
    if (code == SQLITE_OK) {
        log->file.pMethods = &methods;
        return code;
    }
    if (log->system()->pMethods != nullptr)
        log->system()->pMethods->xClose(log->system());
    log->~JoinedLog();
    file->pMethods = nullptr;
    return code;
}

/// The system's methods that are told of their file system get their own.
sqlite3_vfs joinedVfs(sqlite3_vfs *system)
{
    sqlite3_vfs vfs = *system;
    vfs.iVersion = 2;
    vfs.szOsFile = static_cast<int>(sizeof(JoinedLog)) + system->szOsFile;
    vfs.pNext = nullptr;
    vfs.zName = name;
    vfs.pAppData = system;
    vfs.xOpen = openFile;
    vfs.xDelete = [](sqlite3_vfs *self, const char *path, int sync) {
        return systemOf(self)->xDelete(systemOf(self), path, sync);
    };
    vfs.xAccess = [](sqlite3_vfs *self, const char *path, int flags, int *result) {
        return systemOf(self)->xAccess(systemOf(self), path, flags, result);
    };
    vfs.xFullPathname = [](sqlite3_vfs *self, const char *path, int size, char *full) {
        return systemOf(self)->xFullPathname(systemOf(self), path, size, full);
    };
    vfs.xDlOpen = nullptr;
    vfs.xDlError = nullptr;
    vfs.xDlSym = nullptr;
    vfs.xDlClose = nullptr;
    vfs.xRandomness = [](sqlite3_vfs *self, int count, char *bytes) {
        return systemOf(self)->xRandomness(systemOf(self), count, bytes);
    };
    vfs.xSleep = [](sqlite3_vfs *self, int us) { return systemOf(self)->xSleep(systemOf(self), us); };
    vfs.xCurrentTime = [](sqlite3_vfs *self, double *time) {
        return systemOf(self)->xCurrentTime(systemOf(self), time);
    };
    vfs.xGetLastError = [](sqlite3_vfs *self, int size, char *text) {
        return systemOf(self)->xGetLastError(systemOf(self), size, text);
    };
    vfs.xCurrentTimeInt64 = [](sqlite3_vfs *self, sqlite3_int64 *time) {
        return systemOf(self)->xCurrentTimeInt64(systemOf(self), time);
    };
    return vfs;
}

} // namespace

const char *joinedLogVfs()
{
    // SQLite keeps a pointer to it as long as the program runs.
    static sqlite3_vfs vfs = joinedVfs(sqlite3_vfs_find(nullptr));
    static const int registered = sqlite3_vfs_register(&vfs, 0);
    return registered == SQLITE_OK ? name : nullptr;
}

} // namespace seatscope
