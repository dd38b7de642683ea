// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/exportform.h"

#include "model/exchange/csvactivity.h"
#include "model/exchange/csvcaptures.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStringDecoder>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

struct FormText {
    Q_DECLARE_TR_FUNCTIONS(seatscope::Export)
};

} // namespace

bool hasTables(const ExportFormat &format)
{
    return format.name == "csv"_L1;
}

Result<ExportOutcome> exportInForm(const JournalReader &journal, const CaptureChoice &choice, const ExportForm &form,
                                   Redactor *redactor, const ExportSink &sink, const ExportWatch &watch)
{
    const ExportTable table = hasTables(*form.format) ? form.table : ExportTable::Captures;
    if (table == ExportTable::Activity)
        return exportActivities(journal, choice, redactor, sink, watch);
    const std::unique_ptr<CaptureFormat> format =
        table == ExportTable::Seats ? std::make_unique<CsvSeats>() : form.format->make();
    return exportCaptures(journal, choice, *format, redactor, sink, watch);
}

Result<void> refuseJournal(const QString &target, const QString &journal)
{
    const QFileInfo file(target);
    const QString path = file.exists() ? file.canonicalFilePath() : file.absoluteFilePath();
    const QString kept = QFileInfo(journal).canonicalFilePath();
    if (kept.isEmpty() || !path.startsWith(kept))
        return {};
    const QStringList endings{QString(), u"-wal"_s, u"-shm"_s, u"-journal"_s, u".lock"_s};
    if (!endings.contains(path.mid(kept.size())))
        return {};
    return failure(FormText::tr("belongs to the journal itself"), target, FormText::tr("Choose another name."));
}

Result<QString> captureAsText(const Capture &capture, const ExportFormat &format)
{
    const std::unique_ptr<CaptureFormat> made = format.make();
    // One after the other: what is added up may be worked out in any order.
    QByteArray bytes = made->begin();
    bytes += made->entry(capture);
    bytes += made->end();
    QStringDecoder decoder(QStringConverter::Utf8);
    const QString text = decoder(bytes);
    // A clipboard ends its text at a NUL.
    if (decoder.hasError() || text.contains(QChar(u'\0')))
        return failure(FormText::tr("holds bytes that are no text"),
                       FormText::tr("#%1 as %2").arg(capture.summary.sequence.value()).arg(format.name),
                       FormText::tr("Export it to a file instead."));
    return text;
}

} // namespace seatscope
