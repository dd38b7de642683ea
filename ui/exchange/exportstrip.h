// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/status/workstrip.h"

namespace seatscope {

/// How far an export is, and what came of it.
class ExportStrip : public WorkStrip {
    Q_OBJECT

public:
    explicit ExportStrip(QWidget *parent = nullptr);

    [[nodiscard]] QPushButton *folderButton() const { return m_folder; }

Q_SIGNALS:
    void folderWanted();

protected:
    void stateShown(State state) override;

private:
    QPushButton *m_folder;
};

} // namespace seatscope
