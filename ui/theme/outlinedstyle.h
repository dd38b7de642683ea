// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProxyStyle>

namespace seatscope {

/// Fusion with check boxes and radio buttons that stand out in dark colours too: Fusion's own outline is a darker shade
/// of the window, which can hardly be seen there. The contrast is that of WCAG 2.1, 1.4.11.
class OutlinedStyle : public QProxyStyle {
    Q_OBJECT

public:
    OutlinedStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
};

} // namespace seatscope
