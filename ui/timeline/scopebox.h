// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/tables/stepscope.h"

#include <QComboBox>

namespace seatscope {

/// What steps stop at: the chosen room, the selected seat, its user, or any callback. Begins with the room.
class ScopeBox : public QComboBox {
    Q_OBJECT

public:
    explicit ScopeBox(QWidget *parent = nullptr);

    /// What is chosen; incomplete where nothing of the kind is selected.
    [[nodiscard]] StepScope scope() const { return scopeOf(static_cast<StepScope::Kind>(currentData().toInt())); }
    void choose(StepScope::Kind kind);

    void setRoom(const RoomId &room);
    /// A person selected \a seat, where \a user sits.
    void setSeat(SeatIndex seat, const std::optional<UserId> &user);
    /// \a user sits on the selected seat now. Whose steps are followed stays the same.
    void setOccupant(const std::optional<UserId> &user);

private:
    [[nodiscard]] StepScope scopeOf(StepScope::Kind kind) const;
    void showWords();

    std::optional<RoomId> m_room;
    std::optional<SeatIndex> m_seat;
    std::optional<UserId> m_user;
};

} // namespace seatscope
