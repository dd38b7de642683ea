// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/request/namevaluemodel.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace seatscope {

/// A table of names and values with buttons that add, remove and move rows, and a line that says what is wrong.
class NameValueEditor : public QWidget {
    Q_OBJECT

public:
    /// \a name is what the table holds, for those who hear it; \a hint stands below it while nothing is wrong.
    NameValueEditor(const QString &name, QString hint, QWidget *parent = nullptr);

    [[nodiscard]] NameValueModel &model() { return m_model; }
    /// Marks the rows, and says what is wrong with the first.
    void showFaults(const std::vector<std::pair<int, QString>> &faults);

    [[nodiscard]] QTableView *view() const { return m_view; }
    [[nodiscard]] QPushButton *addButton() const { return m_add; }
    [[nodiscard]] QPushButton *removeButton() const { return m_remove; }
    [[nodiscard]] QPushButton *upButton() const { return m_up; }
    [[nodiscard]] QPushButton *downButton() const { return m_down; }
    [[nodiscard]] QLabel *remark() const { return m_remark; }

private:
    void choose(int row);
    void showPossible();

    NameValueModel m_model;
    QString m_hint;
    QTableView *m_view;
    QPushButton *m_add;
    QPushButton *m_remove;
    QPushButton *m_up;
    QPushButton *m_down;
    QLabel *m_remark;
};

} // namespace seatscope
