// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace seatscope {

/// Covers its parent while something that can be dropped is above it, and says what dropping does. Lets the mouse
/// through.
class DropHint : public QWidget {
    Q_OBJECT

public:
    explicit DropHint(QWidget *parent);

    /// Covers the parent, with \a words in the middle.
    void show(const QString &words);
    [[nodiscard]] const QString &words() const { return m_words; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_words;
};

} // namespace seatscope
