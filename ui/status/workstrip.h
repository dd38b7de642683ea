// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QToolBar>

class QHBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace seatscope {

class IconView;

/// How far some longer work is, with a button that cancels it, then what came of it: a line across the window above the
/// status bar. It goes when it is closed.
class WorkStrip : public QToolBar {
    Q_OBJECT

public:
    void showProgress(const QString &words, int percent);
    /// The work ends as soon as it can.
    void showCancelling();
    void showSuccess(const QString &words);
    /// What is to be said when there is nothing to show for it.
    void showEnd(const QString &words);
    void showFailure(const QString &words);

    [[nodiscard]] QString words() const;
    [[nodiscard]] QProgressBar *bar() const { return m_bar; }
    [[nodiscard]] QPushButton *cancelButton() const { return m_cancel; }
    [[nodiscard]] QToolButton *closeButton() const { return m_close; }

Q_SIGNALS:
    void cancelWanted();

protected:
    enum class State : quint8 { Running, Cancelling, Succeeded, Ended, Failed };

    /// What the line says about itself.
    struct Texts {
        QString title;
        QString icon;       ///< its name
        QString share;      ///< what the bar shows, for a screen reader
        QString cancelTip;  ///< what cancelling leaves
        QString cancelling; ///< while the work ends
    };

    /// \a name is what a kept layout knows it by.
    WorkStrip(const QString &name, Texts texts, QWidget *parent);

    /// A button beside the others, hidden until stateShown() shows it.
    QPushButton *addButton(const QString &text, const QString &tip);
    /// Shows the buttons that \a state has.
    virtual void stateShown(State state) = 0;

private:
    void show(State state, const QString &words);
    static void makeLow(QPushButton *button);

    const Texts m_texts;
    IconView *m_icon;
    QLabel *m_text;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    QToolButton *m_close;
    QHBoxLayout *m_row;
};

} // namespace seatscope
