// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/momentslider.h"

#include <QMouseEvent>
#include <QSignalBlocker>
#include <QStyle>
#include <QStyleOptionSlider>

#include <algorithm>

namespace seatscope {

namespace {

/// Page Up and Page Down go through everything in so many steps.
constexpr int pages = 20;

} // namespace

MomentSlider::MomentSlider(QWidget *parent) : QSlider(Qt::Horizontal, parent)
{
    setFocusPolicy(Qt::TabFocus);
    connect(this, &QSlider::valueChanged, this, &MomentSlider::chosen);
    connect(this, &QSlider::sliderReleased, this, &MomentSlider::apply);
}

void MomentSlider::showPosition(int minimum, int maximum, int value)
{
    m_minimum = minimum;
    m_maximum = maximum;
    m_value = value;
    if (!isSliderDown())
        apply();
}

void MomentSlider::apply()
{
    const QSignalBlocker blocker(this);
    setRange(m_minimum, m_maximum);
    setPageStep(std::max(1, (m_maximum - m_minimum) / pages));
    setValue(m_value);
    update();
}

void MomentSlider::mousePressEvent(QMouseEvent *event)
{
    QStyleOptionSlider option;
    initStyleOption(&option);
    const QRect handle = style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, this);
    const QPoint at = event->position().toPoint();
    if (event->button() == Qt::LeftButton && !handle.contains(at)) {
        const QRect groove = style()->subControlRect(QStyle::CC_Slider, &option, QStyle::SC_SliderGroove, this);
        // Then the handle is under the pointer, and what follows is a drag.
        setValue(QStyle::sliderValueFromPosition(minimum(), maximum(), at.x() - groove.left() - handle.width() / 2,
                                                 groove.width() - handle.width(), option.upsideDown));
    }
    QSlider::mousePressEvent(event);
}

} // namespace seatscope
