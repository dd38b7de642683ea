// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>
#include <QWidget>

class QLabel;

namespace seatscope {

/// What a view shows while it has nothing to show: an icon, what it waits for, and what to do.
class EmptyPage : public QWidget {
    Q_OBJECT

public:
    EmptyPage(const QIcon &icon, const QString &title, const QString &advice, QWidget *parent = nullptr);

    void setTexts(const QString &title, const QString &advice);
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString advice() const;

private:
    QLabel *m_title;
    QLabel *m_advice;
};

} // namespace seatscope
