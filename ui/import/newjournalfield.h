// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace seatscope {

/// The name of a journal that is to be made, typed or chosen, with a line that says what is in the way of it.
class NewJournalField : public QWidget {
    Q_OBJECT

public:
    /// \a path is absolute; names that are typed without a folder mean its folder.
    explicit NewJournalField(const QString &path, QWidget *parent = nullptr);

    /// Absolute, with the suffix of journals where none was typed; empty when no file is named.
    [[nodiscard]] QString path() const;
    /// Whether a journal can be made there, as far as it can be told before it is tried.
    [[nodiscard]] bool isPossible() const { return m_isPossible; }

    [[nodiscard]] QLineEdit *edit() const { return m_edit; }
    [[nodiscard]] QLabel *remark() const { return m_remark; }

Q_SIGNALS:
    void changed();

private:
    void choose();
    void look();

    QString m_folder; ///< where names without a folder are
    QLineEdit *m_edit;
    QLabel *m_remark;
    bool m_isPossible = false;
};

/// The name of a journal that is not there yet, beside \a file and named after it.
[[nodiscard]] QString suggestedJournal(const QString &file);

} // namespace seatscope
