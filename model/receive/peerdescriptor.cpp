// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/receive/peerdescriptor.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace seatscope {

PeerDescriptor::PeerDescriptor(qintptr descriptor)
    : m_descriptor(fcntl(static_cast<int>(descriptor), F_DUPFD_CLOEXEC, 0))
{
}

PeerDescriptor::~PeerDescriptor()
{
    if (isValid())
        ::close(m_descriptor);
}

PeerDescriptor::PeerDescriptor(PeerDescriptor &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

PeerDescriptor &PeerDescriptor::operator=(PeerDescriptor &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

void PeerDescriptor::send(QByteArrayView bytes) const
{
    // The peer may be gone altogether: then there is nobody to tell.
    static_cast<void>(
        ::send(m_descriptor, bytes.data(), static_cast<size_t>(bytes.size()), MSG_NOSIGNAL | MSG_DONTWAIT));
}

void PeerDescriptor::endSending() const
{
    if (isValid())
        static_cast<void>(::shutdown(m_descriptor, SHUT_WR));
}

} // namespace seatscope
