// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QToolBar>

class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace seatscope {

class IconView;

/// How far an export is, with a button that cancels it, then what came of it: a line across the window above the status
/// bar. It goes when it is closed.
class ExportStrip : public QToolBar {
    Q_OBJECT

public:
    explicit ExportStrip(QWidget *parent = nullptr);

    void showProgress(const QString &words, int percent);
    /// The export ends as soon as it can.
    void showCancelling();
    void showSuccess(const QString &words);
    /// What is to be said without a file to show.
    void showEnd(const QString &words);
    void showFailure(const QString &words);

    [[nodiscard]] QString words() const;
    [[nodiscard]] QProgressBar *bar() const { return m_bar; }
    [[nodiscard]] QPushButton *cancelButton() const { return m_cancel; }
    [[nodiscard]] QPushButton *folderButton() const { return m_folder; }
    [[nodiscard]] QToolButton *closeButton() const { return m_close; }

Q_SIGNALS:
    void cancelWanted();
    void folderWanted();

private:
    enum class State : quint8 { Running, Cancelling, Succeeded, Ended, Failed };
    void show(State state, const QString &words);

    IconView *m_icon;
    QLabel *m_text;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    QPushButton *m_folder;
    QToolButton *m_close;
};

} // namespace seatscope
