// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/benchmarks/loopbacksocket.h"

#include <QByteArray>

#include <cerrno>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace seatscope::bench {

namespace {

constexpr quint32 loopbackNetwork = 0x7f000000;
constexpr qsizetype readSize = 64 * 1024;

sockaddr_in address(quint8 host, quint16 port)
{
    sockaddr_in result{};
    result.sin_family = AF_INET;
    result.sin_addr.s_addr = htonl(loopbackNetwork + host);
    result.sin_port = htons(port);
    return result;
}

const sockaddr *generic(const sockaddr_in &address)
{
    return reinterpret_cast<const sockaddr *>(&address);
}

bool isToBeContinued()
{
    return errno == EAGAIN || errno == EINTR || errno == ENOTCONN;
}

} // namespace

LoopbackSocket::LoopbackSocket(LoopbackSocket &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

LoopbackSocket &LoopbackSocket::operator=(LoopbackSocket &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

bool LoopbackSocket::open(quint16 port, quint8 host)
{
    close();
    m_descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (m_descriptor < 0)
        return false;
    constexpr int on = 1;
    constexpr linger reset{1, 0};
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
    ::setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    ::setsockopt(m_descriptor, IPPROTO_IP, IP_BIND_ADDRESS_NO_PORT, &on, sizeof on);
    const sockaddr_in from = address(host, 0);
    const sockaddr_in to = address(1, port);
    const bool begun = ::bind(m_descriptor, generic(from), sizeof from) == 0 &&
                       (::connect(m_descriptor, generic(to), sizeof to) == 0 || errno == EINPROGRESS);
    if (!begun)
        close();
    return begun;
}

void LoopbackSocket::close()
{
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
}

LoopbackSocket::Outcome LoopbackSocket::send(QByteArrayView bytes, qint64 &sent)
{
    const ssize_t count = ::send(m_descriptor, bytes.data(), static_cast<size_t>(bytes.size()), MSG_NOSIGNAL);
    if (count < 0)
        return isToBeContinued() ? Outcome::Wait : Outcome::Ended;
    sent += count;
    return count == bytes.size() ? Outcome::Done : Outcome::Wait;
}

LoopbackSocket::Outcome LoopbackSocket::receive(QByteArray &received)
{
    received.resize(readSize);
    const ssize_t count = ::recv(m_descriptor, received.data(), static_cast<size_t>(received.size()), 0);
    const int error = errno;
    received.resize(count > 0 ? count : 0);
    errno = error;
    if (count < 0)
        return isToBeContinued() ? Outcome::Wait : Outcome::Ended;
    return count == 0 ? Outcome::Ended : Outcome::Done;
}

} // namespace seatscope::bench
