// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <vector>

class QTableView;

namespace seatscope {

/// Keeps the columns of a table that matter in sight while the table is narrow: others give way to them, down to a
/// least width of theirs, or entirely. What a person sets by hand stays.
class ColumnFit : public QObject {
    Q_OBJECT

public:
    /// A column that gives way; widths in pixels.
    struct Column {
        int column = 0;
        int wanted = 0;
        int least = 0;
        bool mayHide = false; ///< it goes when all at their least leave no room
        bool isWanted = true;
    };

    /// Fits \a columns of \a view, the first of which gives way first. \a kept pixels are for the columns that matter
    /// and are not among them; \a view owns this.
    ColumnFit(QTableView *view, std::vector<Column> columns, int kept);

    /// Whether \a column is to be seen at all, where there is room.
    void setWanted(int column, bool isWanted);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();
    void keepChosen(int column, int width);

    QTableView *m_view;
    std::vector<Column> m_columns;
    int m_kept;
    bool m_isFitting = false;
};

} // namespace seatscope
