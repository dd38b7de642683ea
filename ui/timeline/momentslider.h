// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSlider>

namespace seatscope {

/// A slider that goes to where it is clicked, and whose values do not change under a drag: what comes meanwhile counts
/// when it is let go.
class MomentSlider : public QSlider {
    Q_OBJECT

public:
    explicit MomentSlider(QWidget *parent = nullptr);

    /// Sets range and value without telling; put off while it is dragged.
    void showPosition(int minimum, int maximum, int value);

Q_SIGNALS:
    /// A person went to \a value.
    void chosen(int value);

protected:
    void mousePressEvent(QMouseEvent *event) override;

private:
    void apply();

    int m_minimum = 0;
    int m_maximum = 0;
    int m_value = 0;
};

} // namespace seatscope
