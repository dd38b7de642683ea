// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QNetworkAccessManager>
#include <QObject>
#include <QSet>
#include <QUrl>

namespace seatscope::test {

/// Posts callbacks over several connections at once, as fast as they are answered, and remembers which were answered
/// OK.
class AcknowledgedLoad : public QObject {
    Q_OBJECT

public:
    /// \a mark makes the bodies of this load different from those of others.
    AcknowledgedLoad(const QUrl &url, int mark);

    void start();
    /// Sends nothing more and forgets what is not answered yet.
    void stop();
    [[nodiscard]] const QSet<QByteArray> &acknowledged() const { return m_acknowledged; }
    /// How many were answered 503.
    [[nodiscard]] qsizetype refused() const { return m_refused; }
    [[nodiscard]] qsizetype sent() const { return m_sent; }

private:
    void post();

    QUrl m_url;
    const int m_mark;
    QNetworkAccessManager m_network;
    QSet<QByteArray> m_acknowledged;
    qsizetype m_sent = 0;
    qsizetype m_refused = 0;
    bool m_running = false;
};

} // namespace seatscope::test
