// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/gui/samples.h"
#include "tests/support/httpclient.h"
#include "ui/captures/capturespanel.h"
#include "ui/mainwindow.h"

#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>

namespace seatscope::test {

/// The whole window over a real session, and a sender.
class WindowWithCaptures {
public:
    WindowWithCaptures()
    {
        QSettings().clear();
        SessionConfig config;
        config.journalPath = m_dir.filePath(QStringLiteral("test.seatscope"));
        config.port = 0;
        m_session = std::make_unique<Session>(config);
        if (!m_session->start())
            return;
        m_window = std::make_unique<MainWindow>(*m_session, m_clock);
        m_window->show();
        m_isReady = QTest::qWaitForWindowExposed(m_window.get());
    }

    [[nodiscard]] bool isReady() const { return m_isReady; }
    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] Session &session() { return *m_session; }
    [[nodiscard]] CapturesPanel &log() { return *m_window->capturesPanel(); }
    [[nodiscard]] QTableView *view() { return log().view(); }

    /// Sends that \a user sits on seat 1 of \a room, and waits until it is answered.
    void send(const QByteArray &room, const QByteArray &user)
    {
        const QByteArray body =
            "{\"CallbackCommand\":\"Mic.CallbackAfterSeatInfoChanged\",\"RoomId\":\"" + room +
            "\",\"RoomType\":\"Conference\",\"EventTime\":" + QByteArray::number(1'700'000'000'000 + ++m_sent) +
            ",\"Operator_Account\":\"host\",\"SeatList\":[{\"Index\":1,\"Member_Account\":\"" + user +
            "\",\"IsTakenDisabled\":false,\"IsVideoDisabled\":false,\"IsAudioDisabled\":false}]}";
        static_cast<void>(m_client.post(m_session->callbackUrl(), body));
    }
    /// The sequences that the log shows.
    [[nodiscard]] std::vector<qint64> shown()
    {
        std::vector<qint64> sequences;
        for (int row = 0; row < view()->model()->rowCount(); ++row)
            sequences.push_back(view()->model()->index(row, 0).data(CaptureLogModel::SequenceRole).toLongLong());
        return sequences;
    }

private:
    SystemClock m_clock;
    QTemporaryDir m_dir;
    HttpClient m_client;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
    qint64 m_sent = 0;
    bool m_isReady = false;
};

} // namespace seatscope::test
