// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;

namespace seatscope {

/// One row of figures.
struct Figure {
    QString name;
    QString value;
    QString share; ///< of a whole, empty where there is none
};

/// Names with their figures, one a row, aligned. Rows come and go at the end; those that stay are not made anew, so
/// what a person has selected stays.
class FigureList : public QWidget {
    Q_OBJECT

public:
    explicit FigureList(QWidget *parent = nullptr);

    void show(const std::vector<Figure> &figures);
    /// What is shown.
    [[nodiscard]] std::vector<Figure> figures() const;

private:
    struct Row {
        QLabel *name;
        QLabel *value;
        QLabel *share;
    };

    void addRow();

    QGridLayout *m_grid;
    std::vector<Row> m_rows;
    size_t m_shown = 0;
};

} // namespace seatscope
