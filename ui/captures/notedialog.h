// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/strongtypes.h"

#include <QDialog>

#include <vector>

class QDialogButtonBox;
class QLabel;
class QPlainTextEdit;

namespace seatscope {

/// Writes or changes the note on captures: plain text of at most longestNote UTF-16 units.
class NoteDialog : public QDialog {
    Q_OBJECT

public:
    /// \a note is what is noted now, where all of \a sequences have the same.
    NoteDialog(const std::vector<Sequence> &sequences, const QString &note, QWidget *parent = nullptr);

    [[nodiscard]] QPlainTextEdit *edit() const { return m_edit; }
    [[nodiscard]] QLabel *roomLeft() const { return m_roomLeft; }
    [[nodiscard]] QDialogButtonBox *buttons() const { return m_buttons; }

Q_SIGNALS:
    /// Save was pressed; an empty \a note removes it.
    void noteWanted(const QString &note);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showRoomLeft();

    QPlainTextEdit *m_edit;
    QLabel *m_roomLeft;
    QDialogButtonBox *m_buttons;
};

} // namespace seatscope
