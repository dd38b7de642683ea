// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLineEdit;

namespace seatscope {

/// The name of a file, typed or chosen.
class FileField : public QWidget {
    Q_OBJECT

public:
    /// \a title is the title of the window to choose in, and the field's accessible name.
    explicit FileField(const QString &title, QWidget *parent = nullptr);

    void setPath(const QString &path);
    /// Empty when no file is named.
    [[nodiscard]] QString path() const;
    [[nodiscard]] QLineEdit *edit() const { return m_edit; }

private:
    void choose();

    QString m_title;
    QLineEdit *m_edit;
};

} // namespace seatscope
