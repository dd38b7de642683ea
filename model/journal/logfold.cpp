// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/logfold.h"

#include "model/journal/pagefile.h"

#include <QCoreApplication>
#include <QFile>
#include <QtEndian>

namespace seatscope {

namespace {

struct JournalText {
    Q_DECLARE_TR_FUNCTIONS(seatscope::Journal)
};

constexpr qsizetype headerSize = 32;
constexpr qsizetype frameHeaderSize = 24;
constexpr quint32 magic = 0x377f0682; ///< one more when the checksums read big-endian words
/// Pages that a log may add beyond the file's end and its own frames: a file may be cut off, but not be made endless.
constexpr qint64 maxBeyond = qint64{1} << 18;

quint32 number32(QByteArrayView bytes, qsizetype place)
{
    return qFromBigEndian<quint32>(bytes.data() + place);
}

/// The running checksum of a log.
class LogSum {
public:
    explicit LogSum(bool isBigEndian) : m_isBigEndian(isBigEndian) {}

    /// \a bytes: a multiple of eight.
    void add(QByteArrayView bytes)
    {
        for (qsizetype i = 0; i + 8 <= bytes.size(); i += 8) {
            m_first += word(bytes, i) + m_second;
            m_second += word(bytes, i + 4) + m_first;
        }
    }
    [[nodiscard]] bool is(QByteArrayView bytes, qsizetype place) const
    {
        return number32(bytes, place) == m_first && number32(bytes, place + 4) == m_second;
    }

private:
    [[nodiscard]] quint32 word(QByteArrayView bytes, qsizetype place) const
    {
        return m_isBigEndian ? number32(bytes, place) : qFromLittleEndian<quint32>(bytes.data() + place);
    }

    bool m_isBigEndian;
    quint32 m_first = 0;
    quint32 m_second = 0;
};

/// Frames that count.
struct Committed {
    qint64 frames = 0;
    quint32 pages = 0; ///< of the database after them
};

Committed committedFrames(QFile &log, QByteArrayView header, qsizetype pageSize)
{
    LogSum sum((number32(header, 0) & 1U) != 0);
    sum.add(header.first(24));
    Committed committed;
    if (!sum.is(header, 24))
        return committed;
    for (qint64 frame = 1;; ++frame) {
        const QByteArray bytes = log.read(frameHeaderSize + pageSize);
        // The salts tell frames of this log from those of an earlier one that lie behind.
        if (bytes.size() < frameHeaderSize + pageSize || bytes.sliced(8, 8) != header.sliced(16, 8))
            return committed;
        sum.add(QByteArrayView(bytes).first(8));
        sum.add(QByteArrayView(bytes).sliced(frameHeaderSize));
        if (!sum.is(bytes, 16))
            return committed;
        if (const quint32 pages = number32(bytes, 4); pages != 0)
            committed = {frame, pages};
    }
}

/// Writes the frames; false when that fails.
bool writeFrames(QFile &log, QFile &database, const Committed &committed, qsizetype pageSize)
{
    const qint64 most = database.size() / pageSize + committed.frames + maxBeyond;
    for (qint64 frame = 0; frame < committed.frames; ++frame) {
        const QByteArray bytes = log.read(frameHeaderSize + pageSize);
        if (bytes.size() < frameHeaderSize + pageSize)
            return false;
        const qint64 page = number32(bytes, 0);
        if (page < 1 || page > most || page > committed.pages)
            continue;
        if (!database.seek((page - 1) * pageSize) ||
            database.write(bytes.constData() + frameHeaderSize, pageSize) != pageSize)
            return false;
    }
    const qint64 size = committed.pages * pageSize;
    return committed.frames == 0 || database.size() <= size || database.resize(size);
}

} // namespace

Result<qsizetype> foldLog(const QString &logPath, const QString &databasePath)
{
    QFile log(logPath);
    QFile database(databasePath);
    if (!log.exists())
        return 0;
    if (!log.open(QIODevice::ReadOnly) || !database.open(QIODevice::ReadWrite))
        return failure(JournalText::tr("the journal's log cannot be read (%1)")
                           .arg(log.isOpen() ? database.errorString() : log.errorString()),
                       logPath);
    const QByteArray header = log.read(headerSize);
    if (header.size() < headerSize || (number32(header, 0) & ~1U) != magic)
        return 0;
    const auto pageSize = static_cast<qsizetype>(number32(header, 8));
    const FileHeader known = fileHeader(database.peek(100));
    if (!isPageSize(pageSize) || (known.pageSize != 0 && known.pageSize != pageSize))
        return 0;
    const Committed committed = committedFrames(log, header, pageSize);
    if (!log.seek(headerSize) || !writeFrames(log, database, committed, pageSize) || !database.flush())
        return failure(
            JournalText::tr("the journal's log cannot be written into a copy (%1)").arg(database.errorString()),
            databasePath, JournalText::tr("Check that there is room beside the output."));
    return pageSize;
}

} // namespace seatscope
