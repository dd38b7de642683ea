// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/signalnotifier.h"

#include <array>
#include <atomic>
#include <csignal>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace seatscope {

namespace {

/// A signal handler has no argument to find its object by; lock-free, so that a handler may read it.
std::atomic<int> handlerEnd = -1;
static_assert(std::atomic<int>::is_always_lock_free);

extern "C" void noteSignal(int)
{
    const int savedErrno = errno;
    const char byte = 1;
    // A full socket says enough already.
    [[maybe_unused]] const ssize_t written = ::write(handlerEnd, &byte, 1);
    errno = savedErrno;
}

void handle(int signal, void (*handler)(int))
{
    struct sigaction action {};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    // No SA_RESTART: a write that blocks although poll() saw room must give way.
    sigaction(signal, &action, nullptr);
}

} // namespace

SignalNotifier::SignalNotifier(QObject *parent) : QObject(parent), m_notifier(QSocketNotifier::Read)
{
    std::array<int, 2> ends{-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends.data()) != 0)
        qFatal("no socket for signals: %s", qPrintable(qt_error_string(errno)));
    m_readEnd = ends[0];
    m_writeEnd = ends[1];
    handlerEnd = m_writeEnd;
    m_notifier.setSocket(m_readEnd);
    m_notifier.setEnabled(true);
    connect(&m_notifier, &QSocketNotifier::activated, this, &SignalNotifier::drain);
    handle(SIGINT, noteSignal);
    handle(SIGTERM, noteSignal);
}

SignalNotifier::~SignalNotifier()
{
    handle(SIGINT, SIG_DFL);
    handle(SIGTERM, SIG_DFL);
    handlerEnd = -1;
    m_notifier.setEnabled(false);
    ::close(m_readEnd);
    ::close(m_writeEnd);
}

void SignalNotifier::drain()
{
    std::array<char, 16> bytes{};
    while (::read(m_readEnd, bytes.data(), bytes.size()) > 0) {
    }
    Q_EMIT interrupted();
}

} // namespace seatscope
