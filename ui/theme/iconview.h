// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>
#include <QWidget>

namespace seatscope {

/// Shows an icon and nothing else; painted anew when the palette changes.
class IconView : public QWidget {
    Q_OBJECT

public:
    IconView(const QIcon &icon, int side, QWidget *parent = nullptr);

    void setIcon(const QIcon &icon);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QIcon m_icon;
};

} // namespace seatscope
