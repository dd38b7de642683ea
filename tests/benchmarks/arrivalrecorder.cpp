// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/benchmarks/arrivalrecorder.h"

#include <array>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>

namespace seatscope::bench {

ArrivalRecorder::ArrivalRecorder() : m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *const name = reinterpret_cast<sockaddr *>(&address);
    if (::bind(m_listener, name, size) == 0 && ::listen(m_listener, 1) == 0 &&
        ::getsockname(m_listener, name, &size) == 0)
        m_port = ntohs(address.sin_port);
}

ArrivalRecorder::~ArrivalRecorder()
{
    ::shutdown(m_listener, SHUT_RDWR);
    wait();
    ::close(m_listener);
}

void ArrivalRecorder::run()
{
    const int connection = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (connection < 0)
        return;
    const int on = 1;
    ::setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    constexpr std::string_view answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK";
    std::array<char, 16'384> bytes{};
    while (::recv(connection, bytes.data(), bytes.size(), 0) > 0) {
        m_arrivals.push_back(std::chrono::steady_clock::now());
        if (::send(connection, answer.data(), answer.size(), MSG_NOSIGNAL) < 0)
            break;
    }
    ::close(connection);
}

} // namespace seatscope::bench
