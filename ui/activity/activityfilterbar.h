// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/activity/activityfilter.h"

#include <QTimer>
#include <QWidget>

#include <array>
#include <optional>

class QAction;
class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QMenu;
class QToolButton;

namespace seatscope {

/// The line in which a person says which activities are wanted: of the chosen room or of all, of a user, of some kinds.
class ActivityFilterBar : public QWidget {
    Q_OBJECT

public:
    explicit ActivityFilterBar(QWidget *parent = nullptr);

    /// The room that is chosen in the window, which "this room" means.
    void setRoom(const std::optional<RoomId> &room);
    /// Whether the chosen room alone is wanted.
    void setThisRoomOnly(bool only);
    /// Wants what is about or by this very user.
    void setUser(const UserId &user);
    /// Wants everything again.
    void clear();
    /// Puts a button behind the conditions.
    void addButton(QToolButton *button);

    [[nodiscard]] const ActivityFilter &filter() const { return m_filter; }
    [[nodiscard]] QComboBox *roomBox() const { return m_rooms; }
    [[nodiscard]] QLineEdit *userEdit() const { return m_user; }
    [[nodiscard]] QMenu *kindsMenu() const { return m_kindsMenu; }

Q_SIGNALS:
    void filterChanged(const seatscope::ActivityFilter &filter);

private:
    void buildKinds();
    void setKinds(KindSet kinds);
    void showKinds();
    void apply();

    QComboBox *m_rooms;
    QLineEdit *m_user;
    QToolButton *m_kinds;
    QMenu *m_kindsMenu;
    QHBoxLayout *m_row;
    std::array<QAction *, activityKindCount> m_kindActions{};
    QTimer m_typing;                   ///< waits for the end of what is typed
    std::optional<RoomId> m_room;      ///< chosen in the window
    std::optional<UserId> m_exactUser; ///< until the text is edited
    ActivityFilter m_filter;
};

} // namespace seatscope
