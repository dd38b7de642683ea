// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/session/captureimportjob.h"

#include <QElapsedTimer>

#include <atomic>
#include <functional>
#include <optional>
#include <vector>

namespace seatscope {

/// Hears how an import goes: tells it on now and then, keeps what was not read, and ends it when it is cancelled or
/// takes too long. Used by one thread after the other.
class ImportWatch final : public ImportObserver {
public:
    using Tell = std::function<void(const CaptureImportProgress &progress)>;

    ImportWatch(const std::atomic<bool> &isCancelled, Tell tell);

    /// From here on what was read is written, in \a most at most.
    void beginWriting(std::chrono::milliseconds most);
    /// Whether it was ended because it took too long.
    [[nodiscard]] bool isOverdue() const { return m_isOverdue; }
    /// What was not read, the first ones.
    [[nodiscard]] std::vector<UnreadPart> takeUnread() { return std::move(m_unread); }

    void notRead(const QString &name, const ImportProblem &problem) override;
    [[nodiscard]] bool goesOn(const ImportProgress &progress) override;

private:
    const std::atomic<bool> &m_isCancelled;
    const Tell m_tell;
    std::vector<UnreadPart> m_unread;
    QElapsedTimer m_sinceTold;
    QElapsedTimer m_sinceWriting;
    std::optional<std::chrono::milliseconds> m_most;
    bool m_isOverdue = false;
};

} // namespace seatscope
