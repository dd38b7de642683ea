// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QSet>

namespace seatscope {

/// Notices unknown keys that come twice in one object. Bounded: of an object with more keys than any callback has, the
/// later ones are not watched.
class KeyWatch {
public:
    /// Whether \a key came before in this object.
    [[nodiscard]] bool isRepeated(QByteArrayView key)
    {
        constexpr qsizetype mostKeys = 4096;
        if (m_seen.size() >= mostKeys)
            return false;
        const qsizetype before = m_seen.size();
        m_seen.insert(key.toByteArray());
        return m_seen.size() == before;
    }
    /// A new object begins.
    void reset()
    {
        if (!m_seen.isEmpty())
            m_seen.clear();
    }

private:
    QSet<QByteArray> m_seen;
};

} // namespace seatscope
