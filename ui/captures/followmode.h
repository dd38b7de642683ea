// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QModelIndex>
#include <QObject>

class QTableView;

namespace seatscope {

/// Keeps a log at its newest row until a person scrolls up or selects an older row; then nothing moves any more, also
/// when rows come or go above, and what comes at the end is counted. Scrolling to the end follows again.
class FollowMode : public QObject {
    Q_OBJECT

public:
    /// \a view must have its model.
    explicit FollowMode(QTableView *view);

    [[nodiscard]] bool isFollowing() const { return m_following; }
    /// Rows that came since following stopped.
    [[nodiscard]] int newRows() const { return m_newRows; }

    /// Goes to the newest row and stays there.
    void follow();
    /// From now on nothing moves any more.
    void stop();

Q_SIGNALS:
    /// Following began or stopped, or the count of new rows grew.
    void changed();

private:
    void rowsInserted(int first, int last);
    /// Remembers what is at the top, when rows above it are about to come or go.
    void holdTop();
    void restoreTop();
    void scrolledByHand();
    void currentChanged(const QModelIndex &current);

    QTableView *m_view;
    bool m_following = true;
    int m_newRows = 0;
    QPersistentModelIndex m_top; ///< what is to stay where it is
    int m_topOffset = 0;         ///< of its row from the upper edge of the view, pixels
};

} // namespace seatscope
