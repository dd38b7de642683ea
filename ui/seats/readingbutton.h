// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/room/assumptions.h"

#include <QToolButton>

class QActionGroup;

namespace seatscope {

/// Says how the lists of a room are read, and lets the person choose it: for the room, its application, or all rooms.
class ReadingButton : public QToolButton {
    Q_OBJECT

public:
    explicit ReadingButton(QWidget *parent = nullptr);

    /// Shows what counts for \a room where \a assumptions were chosen.
    void show(const RoomState &room, const Assumptions &assumptions);
    /// "Lists: Auto (merged)".
    [[nodiscard]] static QString readingText(const RoomState &room);

Q_SIGNALS:
    void choiceWanted(const seatscope::ReadingChoice &choice);

private:
    /// A choice for one scope: a menu of its own with what can be chosen.
    struct Scope {
        QMenu *menu = nullptr;
        QActionGroup *choices = nullptr;
        ReadingScope scope;
    };

    [[nodiscard]] Scope addScope();
    void fill(Scope &scope, const QString &title, const QString &wider);
    void check(const Scope &scope, std::optional<ListAssumption> chosen);
    [[nodiscard]] static QString nameOf(std::optional<ListAssumption> reading, const QString &wider);
    [[nodiscard]] static QString explanation(ListAssumption reading);

    Scope m_room;
    Scope m_application;
    Scope m_all;
};

} // namespace seatscope
