// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/clock.h"
#include "model/tables/livetables.h"
#include "model/tables/player.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace seatscope {

class GotoField;
class MomentSlider;
class ScopeBox;
class TimeActions;

/// The bar under the seats: steps, playing, a slider over all captures that there are with the present at its end, and
/// which moment is shown.
class TimeBar : public QWidget {
    Q_OBJECT

public:
    /// All must outlive the bar.
    TimeBar(LiveTables &tables, Player &player, TimeActions &actions, const Clock &clock, QWidget *parent = nullptr);

    [[nodiscard]] MomentSlider *slider() const { return m_slider; }
    [[nodiscard]] ScopeBox *scopeBox() const { return m_scope; }
    [[nodiscard]] QComboBox *speedBox() const { return m_speed; }
    [[nodiscard]] QToolButton *liveButton() const { return m_live; }
    /// In the place of the slider while somebody types where to go.
    [[nodiscard]] GotoField *gotoField() const { return m_goto; }
    void showGotoField();
    [[nodiscard]] QLabel *momentLabel() const { return m_moment; }
    /// The position of the slider for a moment; that of the present when absent.
    [[nodiscard]] int positionOf(std::optional<Sequence> moment) const;

Q_SIGNALS:
    /// A person went to a moment with the slider.
    void momentChosen(seatscope::Sequence moment);
    /// A person typed where to go, in words that wantedMoment() may understand.
    void momentTyped(const QString &text);
    /// A person wants the present, or to stay at it.
    void liveChosen();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    static constexpr int roomyWidth = 620;

    void build(TimeActions &actions);
    void addButton(QHBoxLayout *row, QAction *action);
    void hideGotoField();
    void refresh();
    /// Whether there is room for more than a number of the moment and of what is new.
    [[nodiscard]] bool isRoomy() const { return width() >= roomyWidth; }
    void showLive();
    void showMoment();
    void sliderChosen(int position);

    LiveTables &m_tables;
    Player &m_player;
    TimeActions &m_actions;
    const Clock &m_clock;
    ScopeBox *m_scope;
    QComboBox *m_speed;
    MomentSlider *m_slider;
    GotoField *m_goto;
    QStackedWidget *m_places;
    QLabel *m_moment;
    QToolButton *m_live;
};

} // namespace seatscope
