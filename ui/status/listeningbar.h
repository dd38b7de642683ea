// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QUrl>
#include <QWidget>

class QLabel;
class QToolButton;

namespace seatscope {

class TestCallback;

/// The row under the menus: that and where it listens, and the test callback. A secret path is shortened until it is
/// asked for; what is copied is the whole URL.
class ListeningBar : public QWidget {
    Q_OBJECT

public:
    ListeningBar(const QUrl &url, bool pathIsSecret, QWidget *parent = nullptr);

    [[nodiscard]] TestCallback *testCallback() const { return m_test; }
    [[nodiscard]] QLabel *addressLabel() const { return m_address; }
    [[nodiscard]] QToolButton *showButton() const { return m_show; }

private:
    void showAddress();

    QUrl m_url;
    QLabel *m_address;
    QToolButton *m_show;
    TestCallback *m_test;
};

} // namespace seatscope
