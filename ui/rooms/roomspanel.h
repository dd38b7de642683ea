// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/clock.h"
#include "model/session/roomsat.h"
#include "model/tables/roommodel.h"
#include "ui/rooms/roomtextmodel.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLineEdit;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;

namespace seatscope {

class EmptyPage;
class NotLiveLine;

/// The list of rooms with its filter. The first room that appears is chosen; later only a person chooses, and a room
/// stays chosen while it is not known.
class RoomsPanel : public QWidget {
    Q_OBJECT

public:
    /// \a rooms and \a clock must outlive the panel.
    RoomsPanel(RoomModel &rooms, const Clock &clock, QWidget *parent = nullptr);

    /// Chooses \a room, if it is known. The filter is cleared when it hides the room.
    void choose(const RoomId &room);
    [[nodiscard]] const std::optional<RoomId> &chosen() const { return m_chosen; }
    void focusFilter();
    /// Which moment the rooms are shown at; null: the present.
    void setMoment(const RoomsAtPtr &moment);
    /// Chooses the first room when none is chosen and there is one.
    void chooseFirst();

    [[nodiscard]] QTableView *view() const { return m_view; }

Q_SIGNALS:
    void roomChosen(const seatscope::RoomId &room);

private:
    void buildView();
    void currentChanged(const QModelIndex &current);
    void filterChanged(const QString &text);
    void markChosen();
    void showRightPage();

    RoomModel &m_rooms;
    RoomTextModel m_texts;
    QSortFilterProxyModel *m_filtered;
    QLineEdit *m_filter;
    NotLiveLine *m_notLive;
    QTableView *m_view;
    EmptyPage *m_empty;
    QStackedWidget *m_pages;
    QTimer m_ageTimer;
    std::optional<RoomId> m_chosen;
    bool m_isInPast = false;
    /// The view moves its current row when the filter hides it or its room is not known any more: that is nobody's
    /// choice.
    bool m_filtering = false;
};

} // namespace seatscope
