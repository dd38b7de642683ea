// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMessageBox>
#include <QObject>
#include <QPointer>
#include <QPushButton>

class QCloseEvent;
class QMainWindow;

namespace seatscope {

class ExportController;
class ImportController;

/// Keeps a window from closing while it exports or imports, and asks what is to become of that: it is waited for, or
/// given up, or the window stays.
class ClosingQuestion : public QObject {
    Q_OBJECT

public:
    /// The controllers must outlive it.
    ClosingQuestion(const ExportController &exporting, const ImportController &importing, QMainWindow *window);

    /// Whether the window must not close now; then \a event is ignored, and the person is asked.
    [[nodiscard]] bool holds(QCloseEvent &event);
    /// What runs, in words; empty when nothing does.
    [[nodiscard]] QString unfinished() const;
    /// The question, null when it is not asked.
    [[nodiscard]] QMessageBox *box() const { return m_box; }
    [[nodiscard]] QPushButton *waitButton() const { return m_wait; }
    [[nodiscard]] QPushButton *giveUpButton() const { return m_giveUp; }

private:
    void ask(const QString &work);
    /// Something has ended; \a isGood: there is nothing to be told of it that would be lost with the window.
    void ended(bool isGood);

    const ExportController &m_exporting;
    const ImportController &m_importing;
    QMainWindow *m_window;
    QPointer<QMessageBox> m_box;
    QPointer<QPushButton> m_wait;
    QPointer<QPushButton> m_giveUp;
    bool m_waits = false;   ///< the window closes as soon as nothing runs
    bool m_givesUp = false; ///< what runs may end with the window
};

} // namespace seatscope
