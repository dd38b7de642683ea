// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/capturemarks.h"

#include "model/journal/journalconnection.h"

#include <QCoreApplication>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

struct JournalText {
    Q_DECLARE_TR_FUNCTIONS(seatscope::Journal)
};

} // namespace

Result<bool> markCapture(const JournalConnection &journal, Sequence sequence, const CaptureMarks &marks)
{
    if (marks.note && marks.note->size() > longestNote)
        return failure(
            JournalText::tr("the note is longer than %n character(s)", nullptr, static_cast<int>(longestNote)), {},
            JournalText::tr("Shorten it."));
    Result<SqliteStatement> update = journal.prepare(
        u"UPDATE capture SET bookmarked = coalesce(?, bookmarked), note = coalesce(?, note) WHERE seq = ?"
        " RETURNING seq"_s);
    if (!update)
        return tl::unexpected<Error>(update.error());
    const QByteArray note = marks.note.value_or(QString()).toUtf8();
    if (marks.bookmarked)
        update->bind(1, *marks.bookmarked ? 1 : 0);
    else
        update->bindNull(1);
    if (marks.note)
        update->bindText(2, note);
    else
        update->bindNull(2);
    update->bind(3, sequence.value());
    SqliteStatement::Step step = update->step();
    const bool isThere = step == SqliteStatement::Step::Row;
    // Outside a transaction it is committed only behind the row.
    if (isThere)
        step = update->step();
    if (step != SqliteStatement::Step::Done)
        return journal.failed();
    return isThere;
}

} // namespace seatscope
