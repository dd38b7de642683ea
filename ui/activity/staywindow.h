// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/clock.h"
#include "model/tables/staymodel.h"
#include "ui/activity/staytextmodel.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTableView;

namespace seatscope {

/// Who sat on a seat, or where a user sat, from when to when. Each cell leads to its callback. Non-modal.
class StayWindow : public QDialog {
    Q_OBJECT

public:
    /// \a clock must outlive the window. The owner joins stays() to the journal and reads.
    StayWindow(const StayQuestion &question, const Clock &clock, QWidget *parent);

    [[nodiscard]] StayModel &stays() { return m_stays; }
    [[nodiscard]] QTableView *view() const { return m_view; }
    [[nodiscard]] QLabel *stateText() const { return m_state; }
    [[nodiscard]] QPushButton *goOnButton() const { return m_goOn; }
    [[nodiscard]] QPushButton *copyButton() const { return m_copy; }

Q_SIGNALS:
    void captureWanted(seatscope::Sequence sequence);
    /// Everything is to be read anew, with what came since.
    void refreshWanted();

private:
    void buildView();
    void showState();
    void copy() const;

    StayModel m_stays;
    StayTextModel m_texts;
    QTableView *m_view;
    QLabel *m_state;
    QPushButton *m_goOn;
    QPushButton *m_refresh;
    QPushButton *m_copy;
};

} // namespace seatscope
