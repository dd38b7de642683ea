// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

#include <vector>

class QAction;

namespace seatscope {

/// The list of keys; not modal.
class KeysWindow : public QDialog {
    Q_OBJECT

public:
    /// Lists the shortcuts of \a actions.
    explicit KeysWindow(const std::vector<QAction *> &actions, QWidget *parent = nullptr);
};

} // namespace seatscope
