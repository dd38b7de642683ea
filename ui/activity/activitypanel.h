// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/clock.h"
#include "model/tables/activitymodel.h"
#include "ui/activity/activitytextmodel.h"

#include <QWidget>

#include <optional>

class QLabel;
class QMenu;
class QPushButton;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace seatscope {

class ActivityFilterBar;
class ColumnFit;
class EmptyPage;
class FollowMode;

/// The activity feed: what happened in the rooms in sentences, the newest at the bottom, with a filter. Each row leads
/// to its callback. What came before is read from the journal when somebody scrolls up.
class ActivityPanel : public QWidget {
    Q_OBJECT

public:
    /// \a activities and \a clock must outlive the panel.
    ActivityPanel(ActivityModel &activities, const Clock &clock, QWidget *parent = nullptr);

    /// The room that is chosen in the window.
    void setRoom(const std::optional<RoomId> &room);
    /// With a value nothing later is shown.
    void showUpTo(std::optional<Sequence> last);
    /// That the feed is being saved, that it was, or why it could not be; empty: nothing to say.
    void showExport(const QString &message, bool isRunning);

    [[nodiscard]] std::optional<Activity> selected() const;
    [[nodiscard]] ActivityFilterBar *filterBar() const { return m_filterBar; }
    [[nodiscard]] QTableView *view() const { return m_view; }
    [[nodiscard]] FollowMode &followMode() const { return *m_follow; }
    [[nodiscard]] QPushButton *followButton() const { return m_followButton; }
    [[nodiscard]] EmptyPage *emptyPage() const { return m_empty; }
    /// What is being done or went wrong, and the button that goes on.
    [[nodiscard]] QLabel *stateText() const { return m_state; }
    [[nodiscard]] QPushButton *stateButton() const { return m_stateButton; }
    [[nodiscard]] QToolButton *exportButton() const { return m_export; }
    /// What can be done with the selected row.
    void fillMenu(QMenu &menu);

Q_SIGNALS:
    /// A row was chosen, or chosen again with Enter or a double click: its callback and its room.
    void captureWanted(seatscope::Sequence sequence);
    void roomWanted(const seatscope::RoomId &room);
    void seatHistoryWanted(const seatscope::RoomId &room, seatscope::SeatIndex seat);
    void userHistoryWanted(const seatscope::UserId &user);
    void exportWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildView();
    void buildStateLine();
    void lead();
    /// Rows are about to go: none of them stays chosen.
    void letGoOf(const QModelIndex &parent, int first, int last);
    void showMenu(const QPoint &place);
    void showState();
    void showFollow();
    void placeFollowButton();
    void loadWhenAtTop();
    void goOn();

    ActivityModel &m_activities;
    ActivityTextModel m_texts;
    ActivityFilterBar *m_filterBar;
    QToolButton *m_export;
    QLabel *m_state;
    QPushButton *m_stateButton;
    QWidget *m_stateLine;
    QTableView *m_view;
    ColumnFit *m_fit = nullptr;
    EmptyPage *m_empty;
    QStackedWidget *m_pages;
    QPushButton *m_followButton;
    FollowMode *m_follow = nullptr;
    std::optional<RoomId> m_room;
    QString m_exportText;
    bool m_isExporting = false;
};

} // namespace seatscope
