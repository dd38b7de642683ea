// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/status/workstrip.h"

namespace seatscope {

/// How far an import is, and what came of it.
class ImportStrip : public WorkStrip {
    Q_OBJECT

public:
    /// What can be done about what is said last.
    struct Offers {
        bool show = false;       ///< the captures in the log
        bool open = false;       ///< the new journal
        bool newJournal = false; ///< the same into a new journal
        bool unread = false;     ///< the list of what was not read
    };

    explicit ImportStrip(QWidget *parent = nullptr);

    /// Before what is to be said; they go with the next progress.
    void offer(const Offers &offers) { m_offers = offers; }

    [[nodiscard]] QPushButton *showButton() const { return m_show; }
    [[nodiscard]] QPushButton *openButton() const { return m_open; }
    [[nodiscard]] QPushButton *newJournalButton() const { return m_newJournal; }
    [[nodiscard]] QPushButton *unreadButton() const { return m_unread; }

protected:
    void stateShown(State state) override;

private:
    Offers m_offers;
    QPushButton *m_show;
    QPushButton *m_open;
    QPushButton *m_newJournal;
    QPushButton *m_unread;
};

} // namespace seatscope
