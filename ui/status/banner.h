// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QToolBar>

class QLabel;

namespace seatscope {

/// Trouble that lasts, in words, across the whole window above the status bar; gone when the trouble is.
class Banner : public QToolBar {
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);

    /// Shows \a message; hides the banner when it is empty.
    void setMessage(const QString &message);
    [[nodiscard]] QString message() const;

private:
    QLabel *m_text;
};

} // namespace seatscope
