// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/health/silencenotice.h"

#include "ui/text/timetext.h"

#include <algorithm>

namespace seatscope {

SilenceNotice::SilenceNotice(const SilenceSettings &settings, const Clock &clock, QObject *parent)
    : QObject(parent),
      m_settings(settings),
      m_clock(clock),
      m_watch(settings.after, clock.monotonicNs()),
      m_lastNs(clock.monotonicNs())
{
}

void SilenceNotice::setSettings(const SilenceSettings &settings)
{
    const bool wasSilent = m_watch.isSilent();
    m_settings = settings;
    m_watch = SilenceWatch(settings.after, m_lastNs);
    if (wasSilent)
        Q_EMIT changed();
}

void SilenceNotice::published(const BatchPtr &batch)
{
    const auto &captures = batch->captures;
    // What this program itself sent says nothing of the sender.
    const auto isFrom = [](const CaptureSummary &c, bool anyone) {
        return !c.flags.testFlag(CaptureFlag::Sent) && isUninvited(c.ruling.verdict) == anyone;
    };
    const auto last = std::find_if(captures.rbegin(), captures.rend(),
                                   [&isFrom](const CaptureSummary &c) { return isFrom(c, false); });
    m_othersCame = (m_othersCame && last == captures.rend()) ||
                   std::any_of(captures.rbegin(), last, [&isFrom](const CaptureSummary &c) { return isFrom(c, true); });
    if (last == captures.rend())
        return;
    m_last = last->sequence;
    m_lastArrival = last->receivedAt;
    m_lastNs = m_clock.monotonicNs();
    if (m_watch.callbackCame(m_lastNs) == SilenceWatch::Change::Ends)
        Q_EMIT changed();
}

void SilenceNotice::look()
{
    if (m_watch.look(m_clock.monotonicNs()) != SilenceWatch::Change::Begins)
        return;
    Q_EMIT changed();
    if (m_settings.onDesktop)
        Q_EMIT desktopNoticeWanted(m_last > Sequence(0) ? tr("SeatScope: callbacks have stopped")
                                                        : tr("SeatScope: no callback comes"),
                                   sentence());
}

QString SilenceNotice::sentence() const
{
    if (!m_watch.isSilent())
        return {};
    const auto since = std::chrono::duration_cast<std::chrono::microseconds>(m_watch.since(m_clock.monotonicNs()));
    if (m_last == Sequence(0)) {
        const QString never = m_othersCame
                                  ? tr("Nothing but probes and refused requests has come since the start, %1 ago.")
                                  : tr("Nothing has come since the start, %1 ago.");
        return never.arg(TimeText::age(since.count()));
    }
    const QString words = m_othersCame
                              ? tr("Nothing but probes and refused requests has come for %1. The last callback "
                                   "was #%2 at %3.")
                              : tr("Nothing has come for %1. The last callback was #%2 at %3.");
    return words.arg(TimeText::age(since.count()))
        .arg(m_last.value())
        .arg(TimeText::shortClock(m_lastArrival, m_clock.wallTime()));
}

} // namespace seatscope
