// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>

namespace seatscope {

/// Plain words for a tool bar, as high as their width makes them: a tool bar asks nobody for the height that goes with
/// a width, and a wrapped QLabel tells one for a narrow column.
class BannerText final : public QLabel {
    Q_OBJECT

public:
    explicit BannerText(QWidget *parent);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
    [[nodiscard]] bool hasHeightForWidth() const override { return false; } // the layout would guess a width

protected:
    void resizeEvent(QResizeEvent *event) override;
};

} // namespace seatscope
