// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/outputwriter.h"

#include "app/terminal.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <poll.h>
#include <unistd.h>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

WriteOutcome closedBy(int error)
{
    // A closed pipe is how "| head" ends a program; a full disk behind a redirection is worth a word.
    if (error != EPIPE)
        say(u"standard output: %1"_s.arg(qt_error_string(error)));
    return WriteOutcome::Closed;
}

} // namespace

OutputWriter::OutputWriter(int output, int interrupter) : m_output(output), m_interrupter(interrupter) {}

WriteOutcome OutputWriter::write(const QByteArray &data)
{
    m_rest += data;
    qsizetype done = 0;
    WriteOutcome outcome = WriteOutcome::Written;
    while (done < m_rest.size()) {
        outcome = waitUntilReady();
        if (outcome != WriteOutcome::Written)
            break;
        // More could block: a pipe that is ready has room for this much only.
        const auto size = static_cast<size_t>(std::min<qsizetype>(m_rest.size() - done, PIPE_BUF));
        const ssize_t written = ::write(m_output, m_rest.constData() + done, size);
        if (written >= 0) {
            done += written;
        } else if (errno != EAGAIN && errno != EINTR) {
            outcome = closedBy(errno);
            break;
        }
    }
    m_rest.remove(0, done);
    return outcome;
}

void OutputWriter::finishWithin(std::chrono::nanoseconds patience)
{
    if (m_patience)
        return;
    m_patience = patience;
    m_interrupter = -1;
}

WriteOutcome OutputWriter::waitUntilReady()
{
    using std::chrono::steady_clock;
    while (true) {
        std::array<pollfd, 2> ends{pollfd{m_output, POLLOUT, 0}, pollfd{m_interrupter, POLLIN, 0}};
        int timeoutMs = -1;
        if (m_patience)
            timeoutMs = static_cast<int>(std::chrono::ceil<std::chrono::milliseconds>(*m_patience).count());
        const steady_clock::time_point start = steady_clock::now();
        const int ready = ::poll(ends.data(), ends.size(), timeoutMs);
        const int error = errno;
        if (m_patience)
            m_patience = std::max(std::chrono::nanoseconds::zero(), *m_patience - (steady_clock::now() - start));
        if (ready < 0 && error == EINTR)
            continue;
        if (ready < 0)
            return closedBy(error);
        if (ready == 0)
            return WriteOutcome::Closed;
        return ends[1].revents != 0 ? WriteOutcome::Interrupted : WriteOutcome::Written;
    }
}

} // namespace seatscope
