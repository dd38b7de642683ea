// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/journal/capturemarks.h"

#include <QObject>
#include <QPointer>

class QAction;
class QTableView;

namespace seatscope {

class NoteDialog;

/// Bookmarks and notes of the captures that are selected in a log.
class MarkActions : public QObject {
    Q_OBJECT

public:
    /// \a log shows the roles of CaptureLogModel; the actions are added to it.
    explicit MarkActions(QTableView *log);

    /// Bookmarks what is selected, or, where all of it is bookmarked, takes the bookmarks away. Pressing it again
    /// undoes it.
    [[nodiscard]] QAction *bookmark() const { return m_bookmark; }
    [[nodiscard]] QAction *editNote() const { return m_editNote; }
    /// The dialog that is open, null when none is.
    [[nodiscard]] NoteDialog *noteDialog() const;

Q_SIGNALS:
    void markingWanted(const seatscope::Marking &marking);
    /// More than mostMarkedAtOnce captures are selected: nothing is marked.
    void tooMany(const QString &message);

private:
    /// The rows that are selected, from above; empty, and told of, when they are too many.
    [[nodiscard]] QList<QModelIndex> chosen();
    void toggleBookmark();
    void openNote();

    QTableView *m_log;
    QAction *m_bookmark;
    QAction *m_editNote;
    QPointer<NoteDialog> m_dialog;
};

} // namespace seatscope
