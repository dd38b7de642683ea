// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/replay/replaywords.h"

#include "ui/text/pluralcount.h"
#include "ui/text/timetext.h"
#include "ui/text/visibletext.h"

#include <QLocale>

#include <cmath>

namespace seatscope {

using namespace Qt::StringLiterals;

QString ReplayWords::captures(qint64 count)
{
    if (count == 1)
        return tr("One capture");
    return tr("%1 captures", nullptr, pluralCount(count)).arg(QLocale().toString(count));
}

/// \a sentence with how many are done, of how many, and how many of them failed.
QString ReplayWords::counted(const QString &sentence, const ReplayProgress &progress)
{
    const QLocale locale;
    return sentence.arg(locale.toString(progress.ok + progress.failed), locale.toString(progress.total),
                        locale.toString(progress.failed));
}

QString ReplayWords::outcome(const ReplaySeen &seen)
{
    const ReplayProgress &progress = seen.progress;
    const QLocale locale;
    const size_t done = progress.ok + progress.failed;
    if (done > 0 && !seen.isAnswered)
        return tr("No answer came: %1").arg(visibleText(seen.lastError));
    if (done < progress.total)
        return counted(tr("Stopped: %1 of %2 are done, %3 failed."), progress);
    const QString total = locale.toString(progress.total);
    const int plural = pluralCount(static_cast<qint64>(progress.total));
    if (progress.failed == 0)
        return tr("Done: %1 answered with success.", nullptr, plural).arg(total);
    return tr("Done: %1 of %2 failed.", nullptr, plural).arg(locale.toString(progress.failed), total);
}

QString ReplayWords::state(const CaptureReplayJob &job, const ReplaySeen &seen)
{
    switch (job.state()) {
    case CaptureReplayJob::State::Planning:
        return tr("Looking for the captures…");
    case CaptureReplayJob::State::Broken:
        return tr("The captures cannot be read: %1").arg(visibleText(job.trouble()));
    case CaptureReplayJob::State::Ready:
        return seen.hasRun ? outcome(seen) : captures(job.captures());
    case CaptureReplayJob::State::Starting:
        return tr("Looking for the target…");
    case CaptureReplayJob::State::Running:
        return job.pace().kind == ReplayPace::Kind::Steps
                   ? counted(tr("%1 of %2 are done, %3 failed. Step sends the next one."), seen.progress)
                   : counted(tr("%1 of %2 are done, %3 failed."), seen.progress);
    case CaptureReplayJob::State::Paused:
        return counted(tr("Paused: %1 of %2 are done, %3 failed."), seen.progress);
    case CaptureReplayJob::State::Stopping:
        return tr("Stopping: what is under way may still be answered…");
    }
    return {};
}

QString ReplayWords::time(const CaptureReplayJob &job, const ReplaySeen &seen, const ReplayPace &pace)
{
    using State = CaptureReplayJob::State;
    if (job.state() == State::Running || job.state() == State::Paused)
        return seen.progress.leftUs ? tr("%1 left").arg(TimeText::age(*seen.progress.leftUs)) : QString();
    if (job.state() != State::Ready || seen.hasRun || pace.kind != ReplayPace::Kind::Recorded || job.captures() == 0)
        return {};
    return tr("takes %1").arg(TimeText::age(std::llround(static_cast<double>(job.lengthUs()) / pace.speed)));
}

} // namespace seatscope
