// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <vector>

namespace seatscope {

/// A target that a person keeps.
struct SavedReplayTarget {
    QString name;
    QString url;
    bool isAllowed =
        false; ///< the person was asked and wants captures to be sent there, although it is another machine
};

/// The saved targets, in the settings under `replay/targets`. Names are unique.
class ReplayTargets {
public:
    static constexpr size_t mostTargets = 50;

    [[nodiscard]] static ReplayTargets load();
    void save() const;

    [[nodiscard]] const std::vector<SavedReplayTarget> &all() const { return m_targets; }
    /// The one of that name, null when there is none.
    [[nodiscard]] const SavedReplayTarget *named(const QString &name) const;
    /// Keeps \a url under \a name; what had the name goes, and beyond mostTargets the oldest. It is allowed when
    /// another one of its origin is.
    void add(const QString &name, const QString &url);
    /// Also takes back what was allowed with it.
    void remove(const QString &name);
    /// Whether captures may be sent to the scheme, host and port of \a url, another machine's.
    [[nodiscard]] bool isAllowed(const QString &url) const;
    /// Allows it from now on. Where none of its origin is saved, \a url is, by the name of its origin.
    void allow(const QString &url);

private:
    std::vector<SavedReplayTarget> m_targets; ///< the oldest first
};

} // namespace seatscope
