// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/replaysteps.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <unistd.h>

namespace seatscope {

ReplaySteps::ReplaySteps(Replayer &replayer, QObject *parent)
    : QObject(parent),
      m_replayer(replayer),
      m_notifier(STDIN_FILENO, QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, &ReplaySteps::read);
    connect(&m_replayer, &Replayer::done, this, &ReplaySteps::stopWhenTaken);
}

void ReplaySteps::read()
{
    std::array<char, 4096> bytes{};
    const ssize_t size = ::read(STDIN_FILENO, bytes.data(), bytes.size());
    if (size < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    const auto lines = size > 0 ? std::count(bytes.cbegin(), bytes.cbegin() + size, '\n') : 0;
    for (ssize_t i = 0; i < lines; ++i) {
        ++m_steps;
        m_replayer.step();
    }
    if (size > 0)
        return;
    m_notifier.setEnabled(false);
    m_isOver = true;
    stopWhenTaken();
}

void ReplaySteps::stopWhenTaken()
{
    const ReplayProgress progress = m_replayer.progress();
    if (m_isOver && progress.ok + progress.failed >= std::min(m_steps, progress.total))
        m_replayer.stop();
}

} // namespace seatscope
