// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/logfold.h"

#include "model/journal/logsurvey.h"
#include "model/journal/pagefile.h"

#include <QCoreApplication>
#include <QFile>
#include <QtEndian>

#include <algorithm>
#include <utility>

namespace seatscope {

namespace {

struct JournalText {
    Q_DECLARE_TR_FUNCTIONS(seatscope::Journal)
};

/// Pages that a log may add beyond the file's end and its own frames: a file may be cut off, but not be made endless.
constexpr qint64 maxBeyond = qint64{1} << 18;

/// Writes frames into a database, the newest first: so the first one of a page is the one that counts.
class Fold {
public:
    Fold(QFile &log, QFile &database, QFile *loose, LogSurvey survey)
        : m_log(log),
          m_database(database),
          m_loose(loose),
          m_survey(std::move(survey)),
          m_pagesBefore(database.size() / m_survey.pageSize),
          m_most(std::min(m_survey.pages, m_pagesBefore + m_survey.last + maxBeyond)),
          m_written(static_cast<qsizetype>(m_most) + 1),
          m_lost(static_cast<qsizetype>(m_most) + 1)
    {
    }

    /// False when writing fails, or reading what could be read before.
    [[nodiscard]] bool run()
    {
        for (qint64 number = m_survey.last; number > 0; --number) {
            const LogFrame frame = readLogFrame(m_log, number, m_survey.pageSize);
            if (frame.image.isEmpty())
                return false;
            if (frame.page < 1 || frame.page > m_most || m_written.testBit(static_cast<qsizetype>(frame.page)))
                continue;
            const bool isSound = m_survey.sound.testBit(static_cast<qsizetype>(number));
            if (!(isSound ? write(frame) : lose(frame)))
                return false;
        }
        const qint64 size = m_survey.pages * m_survey.pageSize;
        return m_survey.last == 0 || m_database.size() <= size || m_database.resize(size);
    }

private:
    [[nodiscard]] bool write(const LogFrame &frame)
    {
        const auto page = static_cast<qsizetype>(frame.page);
        // Which of the two is newer is not known.
        if (m_loose != nullptr && frame.page <= m_pagesBefore &&
            !(seek(frame.page) && setAside(frame.page, m_database.read(m_survey.pageSize))))
            return false;
        m_written.setBit(page);
        return seek(frame.page) && m_database.write(frame.image) == m_survey.pageSize;
    }

    [[nodiscard]] bool lose(const LogFrame &frame)
    {
        const auto page = static_cast<qsizetype>(frame.page);
        const bool isNewest = !m_lost.testBit(page);
        m_lost.setBit(page);
        return !isNewest || setAside(frame.page, frame.image);
    }

    [[nodiscard]] bool seek(qint64 page) { return m_database.seek((page - 1) * m_survey.pageSize); }

    [[nodiscard]] bool setAside(qint64 page, const QByteArray &image) const
    {
        if (m_loose == nullptr)
            return true;
        QByteArray record(4, '\0');
        qToBigEndian(static_cast<quint32>(page), record.data());
        record += image;
        record.resize(4 + m_survey.pageSize, '\0');
        return m_loose->write(record) == record.size();
    }

    QFile &m_log;
    QFile &m_database;
    QFile *m_loose; ///< for what would be lost otherwise; null when nothing is
    LogSurvey m_survey;
    qint64 m_pagesBefore;
    qint64 m_most;       ///< the highest page that is written
    QBitArray m_written; ///< pages
    QBitArray m_lost;    ///< pages of which a newer frame is not sound
};

tl::unexpected<Error> notWritten(const QFile &file)
{
    return failure(JournalText::tr("the journal's log cannot be written into a copy (%1)").arg(file.errorString()),
                   file.fileName(), JournalText::tr("Check that there is room beside the output."));
}

} // namespace

Result<FoldedLog> foldLog(const QString &logPath, const FoldTargets &targets)
{
    QFile log(logPath);
    QFile database(targets.database);
    if (!log.exists())
        return FoldedLog();
    if (!log.open(QIODevice::ReadOnly | QIODevice::Unbuffered) ||
        !database.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return failure(JournalText::tr("the journal's log cannot be read (%1)")
                           .arg(log.isOpen() ? database.errorString() : log.errorString()),
                       logPath);
    const LogSurvey survey = surveyLog(log, fileHeader(database.read(100)).pageSize);
    if (survey.pageSize == 0)
        return FoldedLog();
    if (survey.isDamaged()) {
        QFile later(targets.later);
        QFile loose(targets.loose);
        if (!database.copy(targets.later) || !later.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
            return notWritten(later);
        if (!loose.open(QIODevice::WriteOnly))
            return notWritten(loose);
        if (!Fold(log, later, &loose, survey).run() || !loose.flush())
            return notWritten(later);
    }
    if (!database.isOpen() && !database.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return notWritten(database);
    if (!Fold(log, database, nullptr, survey.plain()).run())
        return notWritten(database);
    return FoldedLog{survey.pageSize, survey.isDamaged(), survey.skipped};
}

} // namespace seatscope
