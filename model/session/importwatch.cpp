// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/session/importwatch.h"

#include <utility>

namespace seatscope {

namespace {

constexpr qint64 tellEveryMs = 50;

} // namespace

ImportWatch::ImportWatch(const std::atomic<bool> &isCancelled, Tell tell)
    : m_isCancelled(isCancelled),
      m_tell(std::move(tell))
{
}

void ImportWatch::beginWriting(std::chrono::milliseconds most)
{
    m_most = most;
    m_sinceWriting.start();
    m_sinceTold.invalidate();
}

void ImportWatch::notRead(const QString &name, const ImportProblem &problem)
{
    if (m_unread.size() < CaptureImportJob::mostUnread)
        m_unread.push_back({name, problem.where, problem.reason});
}

bool ImportWatch::goesOn(const ImportProgress &progress)
{
    if (m_isCancelled)
        return false;
    m_isOverdue = m_most && m_sinceWriting.elapsed() >= m_most->count();
    if (m_isOverdue)
        return false;
    if (!m_sinceTold.isValid() || m_sinceTold.elapsed() >= tellEveryMs) {
        m_sinceTold.start();
        m_tell({progress, m_most.has_value()});
    }
    return true;
}

} // namespace seatscope
