// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/import/importwords.h"

#include "ui/text/pluralcount.h"
#include "ui/text/visibletext.h"

#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace seatscope {

using namespace Qt::StringLiterals;

QString ImportWords::files(const QStringList &paths)
{
    if (paths.size() == 1)
        return visibleText(QFileInfo(paths.front()).fileName());
    return tr("%1 files", nullptr, pluralCount(paths.size())).arg(QLocale().toString(paths.size()));
}

int ImportWords::percent(const ImportProgress &progress)
{
    if (progress.size <= 0)
        return 0;
    return static_cast<int>(std::clamp<qint64>(progress.position * 100 / progress.size, 0, 100));
}

QString ImportWords::progress(const CaptureImportProgress &progress, const QStringList &paths)
{
    const QLocale locale;
    const QString share = locale.toString(percent(progress.progress));
    const qint64 captures = progress.progress.imported;
    const QString count = locale.toString(captures);
    if (progress.isWriting)
        return tr("Importing %1: %2 %, %3 captures written", nullptr, pluralCount(captures))
            .arg(files(paths), share, count);
    return tr("Importing %1: %2 %, %3 captures read", nullptr, pluralCount(captures)).arg(files(paths), share, count);
}

QString ImportWords::outcome(const CaptureImportReport &told)
{
    const ImportReport &report = told.report;
    if (report.isCancelled)
        return tr("The import was cancelled; nothing was imported.");
    const QLocale locale;
    QStringList sentences{imported(told)};
    if (report.notRead == 1)
        sentences += tr("1 part of the files could not be read.");
    else if (report.notRead > 1)
        sentences += tr("%1 parts of the files could not be read.", nullptr, pluralCount(report.notRead))
                         .arg(locale.toString(report.notRead));
    const qint64 beyond = report.beyond.uninvited + report.beyond.others;
    if (beyond > 0 && told.journal.isEmpty())
        sentences += tr("That is more than the journal's limits let it keep: about %1 of its oldest captures are "
                        "removed.",
                        nullptr, pluralCount(beyond))
                         .arg(locale.toString(beyond));
    else if (beyond > 0)
        sentences += tr("That is more than is kept by default: about %1 of its oldest captures are removed when it is "
                        "opened, unless the limits allow more.",
                        nullptr, pluralCount(beyond))
                         .arg(locale.toString(beyond));
    if (!told.roomTrouble.isEmpty())
        sentences += tr("The rooms show them after the next start: %1").arg(visibleText(told.roomTrouble));
    return sentences.join(u' ');
}

QString ImportWords::imported(const CaptureImportReport &told)
{
    const ImportReport &report = told.report;
    if (!report.sequences)
        return tr("Nothing was imported.");
    const QLocale locale;
    const QString count = locale.toString(report.imported);
    if (!told.journal.isEmpty())
        return tr("%1 captures are in %2.", nullptr, pluralCount(report.imported))
            .arg(count, visibleText(told.journal));
    if (report.imported == 1)
        return tr("1 capture was imported as #%1.").arg(report.sequences->first.value());
    return tr("%1 captures were imported as #%2 to #%3.", nullptr, pluralCount(report.imported))
        .arg(count)
        .arg(report.sequences->first.value())
        .arg(report.sequences->last.value());
}

QString ImportWords::filter(const ImportReport &report)
{
    if (!report.sequences)
        return {};
    const qint64 first = report.sequences->first.value();
    const qint64 last = report.sequences->last.value();
    return first == last ? u"seq == %1"_s.arg(first) : u"seq in %1..%2"_s.arg(first).arg(last);
}

} // namespace seatscope
