// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/exportoutput.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <limits>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

constexpr char16_t outputName[] = u"standard output";
/// What an Error says when nobody reads any more; nobody reads that either.
constexpr char16_t readerGone[] = u"nobody reads any more";

tl::unexpected<Error> cannotWrite(int error)
{
    const QString output = QStringView(outputName).toString();
    if (error == EPIPE)
        return failure(QStringView(readerGone).toString(), output);
    return failure(u"cannot be written (%1)"_s.arg(qt_error_string(error)), output,
                   u"Choose another place, or make room there."_s);
}

/// How much can be written at once without waiting, once there is room at all: into a pipe not more than this.
qsizetype mostAtOnce()
{
    struct stat output {};
    const bool isFile = ::fstat(STDOUT_FILENO, &output) == 0 && S_ISREG(output.st_mode);
    return isFile ? std::numeric_limits<int>::max() : PIPE_BUF;
}

Result<void> writeAll(const QByteArray &bytes, int interrupter)
{
    const qsizetype most = mostAtOnce();
    for (qsizetype done = 0; done < bytes.size();) {
        std::array<pollfd, 2> ends{pollfd{STDOUT_FILENO, POLLOUT, 0}, pollfd{interrupter, POLLIN, 0}};
        if (::poll(ends.data(), ends.size(), -1) < 0 && errno != EINTR)
            return cannotWrite(errno);
        if (ends[1].revents != 0)
            return failure(u"interrupted"_s);
        if (ends[0].revents == 0)
            continue;
        const auto size = static_cast<size_t>(std::min(bytes.size() - done, most));
        const ssize_t written = ::write(STDOUT_FILENO, bytes.constData() + done, size);
        if (written >= 0)
            done += written;
        else if (errno != EAGAIN && errno != EINTR)
            return cannotWrite(errno);
    }
    return {};
}

} // namespace

Result<ExportOutcome> exportToOutput(const ExportRun &run, int interrupter)
{
    return run([interrupter](const QByteArray &bytes) { return writeAll(bytes, interrupter); });
}

bool isReaderGone(const Error &error)
{
    return error.what == readerGone && error.where == outputName;
}

void sayAgain(const QString &words)
{
    const QByteArray line = "\r\x1b[K" + words.toUtf8();
    static_cast<void>(std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stderr));
    static_cast<void>(std::fflush(stderr));
}

} // namespace seatscope
