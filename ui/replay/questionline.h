// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace seatscope {

/// A question where it arose, with a button that agrees and one that does not. Hidden while there is none.
class QuestionLine : public QWidget {
    Q_OBJECT

public:
    explicit QuestionLine(QWidget *parent = nullptr);

    /// Asks \a question; \a agreed is called when the person agrees, and nothing when not. It takes the place of a
    /// question that was not answered.
    void ask(const QString &question, const QString &yes, const QString &no, std::function<void()> agreed);
    /// Nobody needs to answer any more.
    void withdraw();

    [[nodiscard]] QString question() const;
    [[nodiscard]] QPushButton *yesButton() const { return m_yes; }
    [[nodiscard]] QPushButton *noButton() const { return m_no; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_text;
    QPushButton *m_yes;
    QPushButton *m_no;
    std::function<void()> m_agreed;
};

} // namespace seatscope
