// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace seatscope {

class TestCallback;

/// The row under the menus: that and where it listens, and the test callback.
class ListeningBar : public QWidget {
    Q_OBJECT

public:
    explicit ListeningBar(const QString &url, QWidget *parent = nullptr);

    [[nodiscard]] TestCallback *testCallback() const { return m_test; }

private:
    TestCallback *m_test;
};

} // namespace seatscope
