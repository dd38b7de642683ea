// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/captures/markactions.h"

#include "model/tables/capturelogmodel.h"
#include "ui/captures/notedialog.h"
#include "ui/theme/symbolicicon.h"

#include <QAction>
#include <QLocale>
#include <QTableView>

#include <algorithm>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

using Log = CaptureLogModel;

std::vector<Sequence> sequencesOf(const QList<QModelIndex> &rows)
{
    std::vector<Sequence> sequences;
    sequences.reserve(static_cast<size_t>(rows.size()));
    for (const QModelIndex &row : rows)
        sequences.emplace_back(row.data(Log::SequenceRole).toLongLong());
    return sequences;
}

} // namespace

MarkActions::MarkActions(QTableView *log)
    : QObject(log),
      m_log(log),
      m_bookmark(new QAction(symbolicIcon(u"bookmark"_s), tr("&Bookmark, or take the bookmark away"), this)),
      m_editNote(new QAction(symbolicIcon(u"rename"_s), tr("&Edit note…"), this))
{
    m_bookmark->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D));
    m_bookmark->setAutoRepeat(false);
    m_editNote->setShortcut(QKeySequence(Qt::Key_F2));
    m_editNote->setAutoRepeat(false);
    connect(m_bookmark, &QAction::triggered, this, &MarkActions::toggleBookmark);
    connect(m_editNote, &QAction::triggered, this, &MarkActions::openNote);
}

NoteDialog *MarkActions::noteDialog() const
{
    return m_dialog;
}

QList<QModelIndex> MarkActions::chosen()
{
    // Counted before they are listed: there may be a million.
    int count = 0;
    for (const QItemSelectionRange &range : m_log->selectionModel()->selection())
        count += range.height();
    if (count > mostMarkedAtOnce) {
        const QLocale locale;
        Q_EMIT tooMany(tr("%1 captures are selected; %2 can be marked at one time.", nullptr, count)
                           .arg(locale.toString(count), locale.toString(mostMarkedAtOnce)));
        return {};
    }
    QList<QModelIndex> rows = m_log->selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    return rows;
}

void MarkActions::toggleBookmark()
{
    const QList<QModelIndex> rows = chosen();
    if (rows.isEmpty())
        return;
    const bool areMarked =
        std::ranges::all_of(rows, [](const QModelIndex &row) { return row.data(Log::BookmarkedRole).toBool(); });
    Q_EMIT markingWanted({sequencesOf(rows), {!areMarked, {}}});
}

void MarkActions::openNote()
{
    const QList<QModelIndex> rows = chosen();
    if (rows.isEmpty())
        return;
    const auto noteOf = [](const QModelIndex &row) { return row.data(Log::NoteRole).toString(); };
    const QString note = noteOf(rows.front());
    const bool isSame = std::ranges::all_of(rows, [&](const QModelIndex &row) { return noteOf(row) == note; });
    const std::vector<Sequence> sequences = sequencesOf(rows);
    delete m_dialog;
    m_dialog = new NoteDialog(sequences, isSame ? note : QString(), m_log->window());
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &NoteDialog::noteWanted, this, [this, sequences](const QString &text) {
        Q_EMIT markingWanted({sequences, {{}, text}});
    });
    m_dialog->open();
}

} // namespace seatscope
