// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/receive/connectionregistry.h"

#include <algorithm>

namespace seatscope {

ConnectionRegistry::ConnectionRegistry(const ReceiveLimits &limits)
    : m_maxConnections(std::max(limits.connections, 1)),
      m_maxPerAddress(limits.connectionsPerAddress),
      m_countLoopback(limits.countLoopback)
{
}

std::optional<ConnectionRegistry::AddressKey> ConnectionRegistry::keyOf(const QHostAddress &address) const
{
    // Also for ::ffff:127.0.0.1, what a socket for both protocols says.
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    if (!m_countLoopback && (isIpv4 ? QHostAddress(ipv4) : address).isLoopback())
        return std::nullopt;
    if (isIpv4)
        return AddressKey(true, ipv4);
    const Q_IPV6ADDR ipv6 = address.toIPv6Address();
    quint64 network = 0;
    for (int i = 0; i < 8; ++i)
        network = network << 8 | ipv6[i];
    return AddressKey(false, network);
}

bool ConnectionRegistry::admits(const QHostAddress &address) const
{
    const std::optional<AddressKey> key = keyOf(address);
    if (!key)
        return true;
    const auto count = m_perAddress.find(*key);
    return count == m_perAddress.end() || count->second < m_maxPerAddress;
}

std::optional<quint64> ConnectionRegistry::leastUseful() const
{
    if (!m_fresh.empty())
        return m_fresh.front();
    return m_useful.empty() ? std::nullopt : std::optional(m_useful.front());
}

void ConnectionRegistry::add(quint64 id, const QHostAddress &address, bool turnedAway)
{
    Entry entry;
    if (!turnedAway)
        entry.address = keyOf(address);
    if (entry.address)
        ++m_perAddress[*entry.address];
    // One that was turned away is the first to go.
    entry.place = m_fresh.insert(turnedAway ? m_fresh.begin() : m_fresh.end(), id);
    m_entries.emplace(id, entry);
}

void ConnectionRegistry::remove(quint64 id)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return;
    const Entry &entry = found->second;
    (entry.hasCompleted ? m_useful : m_fresh).erase(entry.place);
    if (entry.address) {
        const auto count = m_perAddress.find(*entry.address);
        if (--count->second == 0)
            m_perAddress.erase(count);
    }
    m_entries.erase(found);
}

void ConnectionRegistry::completed(quint64 id)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return;
    Entry &entry = found->second;
    m_useful.splice(m_useful.end(), entry.hasCompleted ? m_useful : m_fresh, entry.place);
    entry.hasCompleted = true;
}

} // namespace seatscope
