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

std::list<quint64> &ConnectionRegistry::listOf(Kind kind)
{
    switch (kind) {
    case Kind::TurnedAway:
        return m_turnedAway;
    case Kind::Fresh:
        return m_fresh;
    case Kind::Useful:
        break;
    }
    return m_useful;
}

std::optional<quint64> ConnectionRegistry::leastUseful() const
{
    if (!m_turnedAway.empty())
        return m_turnedAway.front();
    const bool freshHaveMore = static_cast<qsizetype>(m_fresh.size()) >= std::max<qsizetype>(m_maxConnections / 2, 1);
    const std::list<quint64> &kind = freshHaveMore || m_useful.empty() ? m_fresh : m_useful;
    return kind.empty() ? std::nullopt : std::optional(kind.front());
}

void ConnectionRegistry::add(quint64 id, const QHostAddress &address, bool turnedAway)
{
    Entry entry;
    if (turnedAway)
        entry.kind = Kind::TurnedAway;
    else
        entry.address = keyOf(address);
    if (entry.address)
        ++m_perAddress[*entry.address];
    std::list<quint64> &list = listOf(entry.kind);
    entry.place = list.insert(list.end(), id);
    m_entries.emplace(id, entry);
}

void ConnectionRegistry::remove(quint64 id)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return;
    const Entry &entry = found->second;
    listOf(entry.kind).erase(entry.place);
    if (entry.address) {
        const auto count = m_perAddress.find(*entry.address);
        if (--count->second == 0)
            m_perAddress.erase(count);
    }
    m_entries.erase(found);
}

void ConnectionRegistry::broughtCallback(quint64 id)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return;
    Entry &entry = found->second;
    m_useful.splice(m_useful.end(), listOf(entry.kind), entry.place);
    entry.kind = Kind::Useful;
}

} // namespace seatscope
