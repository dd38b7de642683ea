// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QWidget>

#include <array>

class QAction;
class QActionGroup;

namespace seatscope {

/// How seats are shown. Numbers are an index into names, not stored.
enum class SeatArrangement { Table, Map, Both };

/// Table, map, or both side by side: a button and an action for each. The choice is kept in the settings under
/// `window/seats`.
class ArrangementSwitch : public QWidget {
    Q_OBJECT

public:
    /// Begins with the remembered choice.
    explicit ArrangementSwitch(QWidget *parent = nullptr);

    /// What is to be shown: the choice, or the table where both do not fit.
    [[nodiscard]] SeatArrangement arrangement() const;
    /// Chooses as a person would: it is remembered.
    void choose(SeatArrangement arrangement);
    /// Whether there is room for both.
    void setBothFit(bool fit);
    /// For the menu and the list of keys.
    [[nodiscard]] QList<QAction *> choices() const;

Q_SIGNALS:
    void changed(seatscope::SeatArrangement arrangement);

private:
    QAction *add(SeatArrangement arrangement, const QString &word, const QString &text, const QKeySequence &shortcut);
    void apply();

    QActionGroup *m_group;
    std::array<QAction *, 3> m_actions{};
    SeatArrangement m_chosen = SeatArrangement::Table;
    SeatArrangement m_shown = SeatArrangement::Table;
    bool m_doBothFit = true;
};

} // namespace seatscope
