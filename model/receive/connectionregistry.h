// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/receive/receivelimits.h"

#include <QHostAddress>

#include <list>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

namespace seatscope {

/// Knows which connections are open, and which one is the least useful. Knows no sockets. No function
/// looks at all of them.
class ConnectionRegistry {
public:
    explicit ConnectionRegistry(const ReceiveLimits &limits);

    /// Whether one more connection from \a address is within the limit for one address.
    [[nodiscard]] bool admits(const QHostAddress &address) const;
    /// Whether as many connections are open as may be.
    [[nodiscard]] bool isFull() const { return count() >= m_maxConnections; }
    [[nodiscard]] qsizetype count() const { return static_cast<qsizetype>(m_entries.size()); }
    /// The connection that makes room for another: one that was turned away; else the one that has gone longest without
    /// bringing a callback, of those that never brought one or of those that did. Each kind has half of the places for
    /// sure: neither can newcomers push out everybody who is at work, nor can whoever has worked once keep them out.
    [[nodiscard]] std::optional<quint64> leastUseful() const;

    /// Adds the connection \a id. One that was turned away does not count for its address.
    void add(quint64 id, const QHostAddress &address, bool turnedAway = false);
    void remove(quint64 id);
    /// The connection has brought a callback that was let in.
    void broughtCallback(quint64 id);

private:
    /// A whole IPv4 address, or the first 64 bits of an IPv6 address: one customer has all the others.
    using AddressKey = std::pair<bool, quint64>;
    enum class Kind : quint8 { TurnedAway, Fresh, Useful };
    struct Entry {
        std::optional<AddressKey> address; ///< where it counts
        Kind kind = Kind::Fresh;
        std::list<quint64>::iterator place;
    };

    [[nodiscard]] std::list<quint64> &listOf(Kind kind);
    [[nodiscard]] std::optional<AddressKey> keyOf(const QHostAddress &address) const;

    const qsizetype m_maxConnections;
    const int m_maxPerAddress;
    const bool m_countLoopback;
    std::unordered_map<quint64, Entry> m_entries;
    std::map<AddressKey, int> m_perAddress;
    std::list<quint64> m_turnedAway; ///< stay until they have read why
    std::list<quint64> m_fresh;      ///< never brought a callback, oldest first
    std::list<quint64> m_useful;     ///< the one whose last callback is longest ago comes first
};

} // namespace seatscope
