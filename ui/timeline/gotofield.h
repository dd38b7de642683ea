// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLineEdit>

namespace seatscope {

/// Where a person types a capture's number or a time to go to. Return goes, Esc and leaving the field do not.
class GotoField : public QLineEdit {
    Q_OBJECT

public:
    explicit GotoField(QWidget *parent = nullptr);

Q_SIGNALS:
    /// The person is done with the field, and did not go.
    void left();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
};

} // namespace seatscope
