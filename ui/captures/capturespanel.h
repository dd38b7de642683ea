// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/clock.h"
#include "model/tables/capturefiltermodel.h"
#include "ui/captures/capturetextmodel.h"

#include <QWidget>

#include <optional>

class QPushButton;
class QStackedWidget;
class QTableView;

namespace seatscope {

class ColumnFit;
class EmptyPage;
class FilterBar;
class FollowMode;
class MarkActions;
class NotLiveLine;

/// The capture log with its filter and its follow mode: newest at the bottom.
class CapturesPanel : public QWidget {
    Q_OBJECT

public:
    /// \a captures and \a clock must outlive the panel.
    CapturesPanel(CaptureFilterModel &captures, const Clock &clock, QWidget *parent = nullptr);

    /// Selects the capture \a steps below (above when negative) the present one; the newest when none is selected.
    void step(int steps);
    /// Selects \a sequence, if the log has it. What the filter hides is told of by captureSelected() alone.
    void select(Sequence sequence);
    [[nodiscard]] std::optional<Sequence> selected() const;
    /// All that are selected, ascending.
    [[nodiscard]] std::vector<Sequence> selectedSequences() const;
    /// The room of the selected capture, when it names one.
    [[nodiscard]] std::optional<RoomId> selectedRoom() const;
    void follow();
    void focusFilter();
    /// Puts \a filter into the field and in force.
    void setFilter(const QString &filter);
    /// The filter in force.
    [[nodiscard]] const QString &filter() const { return m_captures.filterText(); }
    /// Shows which captures had come by \a moment, and selects the last of them; in the past the log follows nothing.
    /// Nothing: the present.
    void setMoment(std::optional<Sequence> moment);
    /// Whether there were captures at any time, also when the journal keeps none of them: what an empty log says.
    void setHadCaptures(bool had);

    [[nodiscard]] FilterBar *filterBar() const { return m_filter; }
    [[nodiscard]] MarkActions *marks() const { return m_marks; }
    [[nodiscard]] EmptyPage *emptyPage() const { return m_empty; }
    [[nodiscard]] QTableView *view() const { return m_view; }
    [[nodiscard]] FollowMode &followMode() const { return *m_follow; }
    [[nodiscard]] QPushButton *followButton() const { return m_followButton; }

Q_SIGNALS:
    void captureSelected(seatscope::Sequence sequence);
    /// A double click on a capture that names a room.
    void roomWanted(const seatscope::RoomId &room);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildView();
    void showFollowButton();
    void placeFollowButton();
    void showRightPage();
    void showMenu(const QPoint &place);
    void currentChanged();
    /// Selects what was selected before the filter changed, as soon as it is found.
    void restoreSelection();

    CaptureFilterModel &m_captures;
    CaptureTextModel m_texts;
    FilterBar *m_filter;
    NotLiveLine *m_notLive;
    QTableView *m_view;
    ColumnFit *m_fit = nullptr;
    EmptyPage *m_empty;
    QStackedWidget *m_pages;
    QPushButton *m_followButton;
    FollowMode *m_follow = nullptr;
    MarkActions *m_marks = nullptr;
    std::optional<Sequence> m_chosen; ///< selected last; the filter may hide it
    bool m_isResetting = false;
    bool m_hadCaptures = false;
    bool m_isInPast = false;
    bool m_wasFollowing = false; ///< when the present was left
};

} // namespace seatscope
