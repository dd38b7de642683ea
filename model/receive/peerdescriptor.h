// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QtGlobal>

namespace seatscope {

/// A second descriptor of a connection's socket. Qt closes its own as soon as the peer has ended its sending direction,
/// although the peer may still wait for answers (RFC 9112 section 9.6); this one keeps the way back open.
class PeerDescriptor {
public:
    PeerDescriptor() = default;
    /// Duplicates \a descriptor; invalid where the process has no more descriptors.
    explicit PeerDescriptor(qintptr descriptor);
    ~PeerDescriptor();
    PeerDescriptor(PeerDescriptor &&other) noexcept;
    PeerDescriptor &operator=(PeerDescriptor &&other) noexcept;
    PeerDescriptor(const PeerDescriptor &) = delete;
    PeerDescriptor &operator=(const PeerDescriptor &) = delete;

    [[nodiscard]] bool isValid() const { return m_descriptor >= 0; }
    /// Sends \a bytes as far as the system takes them at once: answers are small. Never blocks.
    void send(QByteArrayView bytes) const;
    /// Tells the peer that nothing more will be sent; what it sends can still be read.
    void endSending() const;

private:
    int m_descriptor = -1;
};

} // namespace seatscope
