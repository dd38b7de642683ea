// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/journal/journalreader.h"
#include "model/journal/journalwriter.h"

#include <sqlite3.h>

#include <QFile>
#include <QTest>

namespace seatscope::test {

/// An accepted seat callback.
inline Capture capture(qint64 sequence, const QString &room = QStringLiteral("rid-1"), qint64 eventTime = 1000,
                       QByteArray body = "{}")
{
    Capture c;
    c.summary.sequence = Sequence(sequence);
    c.summary.receivedAt = ArrivalTime(1'700'000'000'000'000 + sequence);
    c.summary.method = "POST";
    c.summary.target = "/?SdkAppid=1";
    c.summary.peer = QStringLiteral("127.0.0.1:5");
    c.summary.command = QStringView(seatInfoChangedCommand).toString();
    c.summary.product = Product::Room;
    c.summary.room = RoomId(room);
    c.summary.eventTime = EventTime(eventTime);
    c.summary.status = 200;
    c.summary.bodySize = body.size();
    c.head = "POST /?SdkAppid=1 HTTP/1.1\r\nHoSt: x\r\n\r\n";
    c.body = std::move(body);
    return c;
}

/// A writer, null when the journal cannot be opened.
inline std::unique_ptr<JournalWriter> openWriter(const QString &path, RetentionLimits limits = {})
{
    Result<std::unique_ptr<JournalWriter>> writer = JournalWriter::open(path, limits);
    return writer ? std::move(*writer) : nullptr;
}

inline std::unique_ptr<JournalReader> openReader(const QString &path)
{
    Result<std::unique_ptr<JournalReader>> reader = JournalReader::open(path);
    return reader ? std::move(*reader) : nullptr;
}

inline void keep(JournalWriter &writer, const std::vector<Capture> &captures)
{
    QVERIFY(writer.begin());
    for (const Capture &c : captures)
        QVERIFY(writer.append(c));
    QVERIFY(writer.commit());
}

/// The bytes of the file at \a path, none when it cannot be read.
[[nodiscard]] inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Does to the file what no part of the program would do.
[[nodiscard]] inline bool runSql(const QString &path, const QString &sql)
{
    sqlite3 *database = nullptr;
    const bool done = sqlite3_open(path.toUtf8().constData(), &database) == SQLITE_OK &&
                      sqlite3_exec(database, sql.toUtf8().constData(), nullptr, nullptr, nullptr) == SQLITE_OK;
    sqlite3_close(database);
    return done;
}

} // namespace seatscope::test
