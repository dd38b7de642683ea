// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/exchange/exportwords.h"

#include "ui/text/pluralcount.h"
#include "ui/text/sizetext.h"
#include "ui/text/visibletext.h"

#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace seatscope {

namespace {

/// The table that is really written: other formats have captures only.
ExportTable tableOf(const ExportForm &form)
{
    return hasTables(*form.format) ? form.table : ExportTable::Captures;
}

} // namespace

int ExportWords::percent(const ExportProgress &progress)
{
    if (progress.whole <= 0)
        return 0;
    return static_cast<int>(std::clamp<qint64>(progress.passed * 100 / progress.whole, 0, 100));
}

QString ExportWords::progress(const ExportProgress &progress, const CaptureExportOptions &options)
{
    const QLocale locale;
    const QString name = visibleText(QFileInfo(options.target).fileName());
    const QString share = locale.toString(percent(progress));
    const QString count = locale.toString(progress.captures);
    if (options.redacts && progress.captures == 0)
        return tr("Exporting to %1: %2 %, looking for what to replace").arg(name, share);
    if (tableOf(options.form) == ExportTable::Activity)
        return tr("Exporting to %1: %2 %, %3 activities written", nullptr, pluralCount(progress.captures))
            .arg(name, share, count);
    return tr("Exporting to %1: %2 %, %3 captures written", nullptr, pluralCount(progress.captures))
        .arg(name, share, count);
}

QString ExportWords::outcome(const CaptureExportReport &report, const QString &target)
{
    if (report.outcome.isCancelled)
        return tr("The export was cancelled; %1 was not written.").arg(visibleText(QFileInfo(target).fileName()));
    const QString what = written(report, target);
    return report.redacted ? tr("%1 %2").arg(what, redacted(report)) : what;
}

QString ExportWords::written(const CaptureExportReport &report, const QString &target)
{
    const int plural = pluralCount(report.outcome.captures);
    const QString count = QLocale().toString(report.outcome.captures);
    const QString size = sizeText(report.outcome.bytes);
    const QString file = visibleText(target);
    switch (tableOf(report.form)) {
    case ExportTable::Captures:
        return tr("%1 captures (%2) are in %3.", nullptr, plural).arg(count, size, file);
    case ExportTable::Seats:
        return tr("The seats and members of %1 captures (%2) are in %3.", nullptr, plural).arg(count, size, file);
    case ExportTable::Activity:
        return tr("%1 activities (%2) are in %3.", nullptr, plural).arg(count, size, file);
    }
    return {};
}

QString ExportWords::redacted(const CaptureExportReport &report)
{
    const QLocale locale;
    QStringList parts;
    const auto add = [&](RedactedKind kind, auto say) {
        const RedactedCount count = report.redacted->at(static_cast<size_t>(kind));
        if (count.places > 0)
            parts +=
                say(pluralCount(count.distinct)).arg(locale.toString(count.distinct), locale.toString(count.places));
    };
    add(RedactedKind::User, [](int n) { return tr("%1 users (in %2 places)", nullptr, n); });
    add(RedactedKind::Address, [](int n) { return tr("%1 addresses of clients (in %2 places)", nullptr, n); });
    add(RedactedKind::Secret,
        [](int n) { return tr("%1 tokens, signatures and other secrets (in %2 places)", nullptr, n); });
    QString words = parts.isEmpty() ? tr("There was nothing to replace.")
                                    : tr("Replaced: %1.").arg(locale.createSeparatedList(parts));
    if (!report.isRedactorFull)
        return words;
    return tr("%1 There were more than %2 of them: beyond these, only what a field names was replaced. Look at the "
              "file "
              "before you give it away.")
        .arg(words, locale.toString(RedactionWords::mostWords));
}

} // namespace seatscope
