// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

namespace seatscope {

/// What a filter can ask for, as `seatscope help filter` says it; stays beside the window.
class FilterHelpWindow : public QDialog {
    Q_OBJECT

public:
    explicit FilterHelpWindow(QWidget *parent = nullptr);
};

} // namespace seatscope
