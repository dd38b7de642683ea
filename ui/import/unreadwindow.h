// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/session/importfile.h"

#include <QDialog>

#include <vector>

class QPushButton;
class QTreeWidget;

namespace seatscope {

/// Lists what was not read of files, and why.
class UnreadWindow : public QDialog {
    Q_OBJECT

public:
    /// \a all is how many there are; \a parts may be the first of them.
    UnreadWindow(const std::vector<UnreadPart> &parts, qint64 all, QWidget *parent = nullptr);

    [[nodiscard]] QTreeWidget *list() const { return m_list; }
    [[nodiscard]] QPushButton *copyButton() const { return m_copy; }

private:
    void copy();

    QTreeWidget *m_list;
    QPushButton *m_copy;
};

} // namespace seatscope
