// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QUrl>
#include <QWidget>

class QLabel;
class QPushButton;

namespace seatscope {

class TestCallback;

/// What the middle shows while nothing is known of any request: three steps, and two ways to see something at once.
class FirstRunPage : public QWidget {
    Q_OBJECT

public:
    /// A secret path in \a url is shown shortened.
    FirstRunPage(const QUrl &url, bool pathIsSecret, QWidget *parent = nullptr);

    /// Whether requests came at any time, also when the journal keeps none of them.
    void setHadCaptures(bool had);

    [[nodiscard]] QLabel *intro() const { return m_intro; }
    [[nodiscard]] TestCallback *testCallback() const { return m_test; }
    [[nodiscard]] QPushButton *demoButton() const { return m_demo; }

Q_SIGNALS:
    void demoTrafficRequested();

private:
    [[nodiscard]] QWidget *addressLine(const QUrl &url, bool pathIsSecret);
    [[nodiscard]] QWidget *cards(const QUrl &url, bool pathIsSecret);
    [[nodiscard]] QWidget *listeningCard();
    [[nodiscard]] QWidget *tunnelCard(const QUrl &url);
    [[nodiscard]] QWidget *consoleCard(const QUrl &url, bool pathIsSecret);

    QLabel *m_intro;
    TestCallback *m_test;
    QPushButton *m_demo;
};

} // namespace seatscope
