// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/room/roomstate.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace seatscope {

class IconView;

/// The line above the seats: which room, how many seats are taken and locked, and how its lists are read.
class RoomHeader : public QWidget {
    Q_OBJECT

public:
    explicit RoomHeader(QWidget *parent = nullptr);

    /// Puts \a widget beside the room's id, at the end of the line.
    void setCorner(QWidget *widget);
    void show(const RoomState &room);
    /// The words for how the newest list was read, as they are shown.
    [[nodiscard]] static QString assumptionText(const RoomState &room);
    [[nodiscard]] static QString productText(const RoomState &room);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showId();

    QString m_roomId;
    QString m_name;
    QHBoxLayout *m_top;
    QWidget *m_corner = nullptr;
    QLabel *m_id;
    QLabel *m_product;
    QLabel *m_taken;
    QLabel *m_locked;
    IconView *m_assumptionIcon;
    QLabel *m_assumption;
};

} // namespace seatscope
