// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/room/assumptions.h"
#include "model/room/roomfindings.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace seatscope {

class FindingsButton;
class ReadingButton;

/// What is above the seats: which room, what is known of it and what is odd, and how its lists are read.
class RoomHeader : public QWidget {
    Q_OBJECT

public:
    explicit RoomHeader(QWidget *parent = nullptr);

    /// Puts \a widget beside the room's id, at the end of the line.
    void setCorner(QWidget *widget);
    void show(const RoomState &room, const std::vector<RoomFinding> &findings, const Assumptions &assumptions);
    [[nodiscard]] FindingsButton *findings() const { return m_findings; }
    [[nodiscard]] ReadingButton *reading() const { return m_reading; }
    /// The words for how the newest list was read, as they are shown.
    [[nodiscard]] static QString assumptionText(const RoomState &room);
    /// Product, status, name of the owner and how many members there are, in one line.
    [[nodiscard]] static QString factsText(const RoomState &room);
    /// How many seats are taken and locked.
    [[nodiscard]] static QString seatsText(const RoomState &room);
    [[nodiscard]] QLabel *seatsLabel() const { return m_seats; }
    /// The same as factsText() and more, a line each, with the members by name.
    [[nodiscard]] static QString allFactsText(const RoomState &room);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] static QString statusText(const RoomState &room);
    [[nodiscard]] static QString membersText(const RoomState &room);
    void elide();

    QString m_roomId;
    QString m_name;
    QString m_factsText;
    QString m_seatsText;
    QHBoxLayout *m_top;
    QHBoxLayout *m_bottom;
    QWidget *m_corner = nullptr;
    QLabel *m_id;
    QLabel *m_facts;
    QLabel *m_seats;
    FindingsButton *m_findings;
    ReadingButton *m_reading;
};

} // namespace seatscope
