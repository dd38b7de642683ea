// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/clock.h"
#include "model/health/silencewatch.h"
#include "model/pipeline/batch.h"
#include "ui/health/silencesettings.h"

#include <QObject>

namespace seatscope {

/// Notices that callbacks have stopped, or have not come since it was made, and finds the words for it. Probes and
/// refused requests, which anyone can send, do not end a silence.
class SilenceNotice : public QObject {
    Q_OBJECT

public:
    /// \a clock must outlive the object.
    SilenceNotice(const SilenceSettings &settings, const Clock &clock, QObject *parent = nullptr);

    /// Uses \a settings from now on; the last callback, or the start, is still known.
    void setSettings(const SilenceSettings &settings);
    /// \a batch was published.
    void published(const BatchPtr &batch);
    /// Looks at the clock; to be called about once a second.
    void look();

    /// What to say, for example "Nothing has come for 5 min. The last callback was #512 at 10:02:12."; empty when there
    /// is no silence.
    [[nodiscard]] QString sentence() const;

Q_SIGNALS:
    /// Silence began or ended.
    void changed();
    /// The person wants to be told on the desktop, too.
    void desktopNoticeWanted(const QString &title, const QString &text);

private:
    SilenceSettings m_settings;
    const Clock &m_clock;
    SilenceWatch m_watch;
    Sequence m_last;
    ArrivalTime m_lastArrival;
    qint64 m_lastNs;           ///< monotonic, of the last callback, or of the start
    bool m_othersCame = false; ///< probes or refused requests, after the last callback
};

} // namespace seatscope
