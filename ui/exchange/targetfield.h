// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QFileDialog;
class QLabel;
class QLineEdit;

namespace seatscope {

/// The name of a file to write, typed or chosen, with a line that says what is in the way of it or that it is there.
class TargetField : public QWidget {
    Q_OBJECT

public:
    /// \a path is absolute; names that are typed without a folder mean its folder.
    explicit TargetField(const QString &path, QWidget *parent = nullptr);

    void setPath(const QString &path);
    /// Absolute; empty when no file is named.
    [[nodiscard]] QString path() const;
    /// Whether a file can be there, as far as it can be told before it is tried.
    [[nodiscard]] bool isPossible() const { return m_isPossible; }
    /// Whether there is a file that would be replaced.
    [[nodiscard]] bool replaces() const { return m_replaces; }

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
    bool m_replaces = false;
};

} // namespace seatscope
