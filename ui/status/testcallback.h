// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace seatscope {

class IconView;

/// The button that sends a test callback, with its progress and outcome beside it.
class TestCallback : public QWidget {
    Q_OBJECT

public:
    explicit TestCallback(QWidget *parent = nullptr);

    /// A test callback is on its way.
    void showRunning();
    /// It was answered, or not: \a message says how.
    void showOutcome(bool ok, const QString &message);

    [[nodiscard]] QPushButton *button() const { return m_button; }
    [[nodiscard]] QLabel *outcome() const { return m_text; }

Q_SIGNALS:
    void wanted();

private:
    QPushButton *m_button;
    IconView *m_icon;
    QLabel *m_text;
};

} // namespace seatscope
