// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/session/activityexport.h"

#include "model/activity/activitylines.h"
#include "model/history/activityhistory.h"

#include <QSaveFile>
#include <QThread>

#include <utility>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> cannotWrite(const QSaveFile &file)
{
    return failure(u"cannot be written (%1)"_s.arg(file.errorString()), file.fileName(),
                   u"Choose another place, or make room there"_s);
}

/// Writes the file; returns how many activities it has.
Result<qint64> save(const ActivityExportOptions &options, const std::atomic<bool> &isGivenUp)
{
    const Result<std::unique_ptr<JournalReader>> journal = JournalReader::open(options.journal);
    if (!journal)
        return tl::unexpected<Error>(journal.error());
    const Result<ActivityHistory> history = ActivityHistory::open(**journal);
    if (!history)
        return tl::unexpected<Error>(history.error());
    QSaveFile file(options.target);
    if (!file.open(QIODevice::WriteOnly))
        return cannotWrite(file);
    const bool isCsv = options.format == ActivityExportOptions::Format::Csv;
    if (isCsv)
        file.write(activityCsvTitle());
    qint64 count = 0;
    const Result<void> visited =
        history->visitAll(options.last, options.filter, [&](const std::vector<Activity> &activities) {
            for (const Activity &activity : activities)
                file.write(isCsv ? activityCsvLine(activity) : activityJsonLine(activity));
            count += static_cast<qint64>(activities.size());
            return !isGivenUp && file.error() == QFileDevice::NoError;
        });
    if (!visited)
        return tl::unexpected<Error>(visited.error());
    if (isGivenUp) {
        file.cancelWriting();
        return count;
    }
    if (!file.commit())
        return cannotWrite(file);
    return count;
}

} // namespace

ActivityExport::ActivityExport(ActivityExportOptions options, QObject *parent)
    : QObject(parent),
      m_options(std::move(options))
{
}

ActivityExport::~ActivityExport()
{
    m_isGivenUp = true;
    if (m_thread)
        m_thread->wait();
}

void ActivityExport::start()
{
    Q_ASSERT(!m_thread);
    m_thread.reset(QThread::create([this] {
        const Result<qint64> written = save(m_options, m_isGivenUp);
        QMetaObject::invokeMethod(
            this,
            [this, written] {
                if (written)
                    Q_EMIT saved(*written);
                else
                    Q_EMIT failed(written.error().message());
            },
            Qt::QueuedConnection);
    }));
    m_thread->setObjectName(u"export"_s);
    m_thread->start();
}

} // namespace seatscope
