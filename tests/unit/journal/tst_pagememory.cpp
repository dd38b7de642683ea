// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testmain.h"
#include "tests/unit/journal/journaltools.h"

#include <QTemporaryDir>

using namespace seatscope;
using namespace Qt::StringLiterals;

namespace {

/// Pages that are in the piece of memory now (SQLITE_STATUS_PAGECACHE_USED), or bytes of those for which there was no
/// room in it (SQLITE_STATUS_PAGECACHE_OVERFLOW).
qint64 status(int what)
{
    sqlite3_int64 now = -1;
    sqlite3_int64 most = -1;
    return sqlite3_status64(what, &now, &most, 0) == SQLITE_OK ? now : -1;
}

} // namespace

class TestPageMemory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aJournalsPagesAreInIt()
    {
        const QTemporaryDir folder;
        const std::unique_ptr<JournalWriter> writer = test::openWriter(folder.filePath(u"a.seatscope"_s));
        QVERIFY(writer);
        // More than would fit into it: a cache of pages must not grow beyond its size.
        std::vector<Capture> captures;
        for (qint64 sequence = 1; sequence <= 4000; ++sequence)
            captures.push_back(test::capture(sequence, u"rid-1"_s, sequence, QByteArray(6000, 'x')));
        for (std::size_t first = 0; first < captures.size(); first += 500) {
            const auto from = captures.begin() + static_cast<std::ptrdiff_t>(first);
            test::keep(*writer, {from, from + 500});
        }
        QVERIFY2(status(SQLITE_STATUS_PAGECACHE_USED) > 1000,
                 QByteArray::number(status(SQLITE_STATUS_PAGECACHE_USED)).constData());
        QCOMPARE(status(SQLITE_STATUS_PAGECACHE_OVERFLOW), 0);
    }
};

QTEST_GUILESS_MAIN(TestPageMemory)

#include "tst_pagememory.moc"
