// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QStringList>

#include <functional>

class QMainWindow;
class QMimeData;

namespace seatscope {

class DropHint;

/// Takes files that are dropped anywhere on a window. What is no file of this machine is refused, and so is everything
/// while none is wanted.
class FileDrop : public QObject {
    Q_OBJECT

public:
    /// More than these are not taken at once.
    static constexpr qsizetype mostFiles = 100;

    /// \a window gets the hint; \a mayTake says whether files are wanted now.
    FileDrop(QMainWindow *window, std::function<bool()> mayTake);

    /// Fields of the window, which would take the names of files as text, leave them to it. When all are there.
    void claimFields();
    [[nodiscard]] DropHint *hint() const { return m_hint; }
    /// The files that \a mime names, none when it is anything else or not only files.
    [[nodiscard]] static QStringList filesOf(const QMimeData &mime);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void dropped(const QStringList &paths);

private:
    QMainWindow *m_window;
    const std::function<bool()> m_mayTake;
    DropHint *m_hint;
    QStringList m_files; ///< that are above the window
};

} // namespace seatscope
