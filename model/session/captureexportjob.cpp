// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/session/captureexportjob.h"

#include "model/exchange/redactor.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QThread>

#include <utility>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 tellEveryMs = 50;

} // namespace

CaptureExportJob::CaptureExportJob(CaptureExportOptions options, QObject *parent)
    : QObject(parent),
      m_options(std::move(options))
{
}

CaptureExportJob::~CaptureExportJob()
{
    cancel();
    if (m_thread)
        m_thread->wait();
}

void CaptureExportJob::start()
{
    Q_ASSERT(!m_thread);
    m_thread.reset(QThread::create([this] { run(); }));
    m_thread->setObjectName(u"export"_s);
    m_thread->start();
}

void CaptureExportJob::cancel()
{
    m_isCancelled = true;
}

void CaptureExportJob::run()
{
    const Result<CaptureExportReport> report = write();
    QMetaObject::invokeMethod(
        this,
        [this, report] {
            if (report)
                Q_EMIT done(*report);
            else
                Q_EMIT failed(report.error().message());
        },
        Qt::QueuedConnection);
}

Result<CaptureExportReport> CaptureExportJob::write()
{
    // A pipe would wait for somebody who reads it, and nothing could end that.
    if (const QFileInfo target(m_options.target); target.exists() && !target.isFile())
        return failure(tr("is no file that could be replaced"), m_options.target, tr("Choose another name."));
    if (const Result<void> spared = refuseJournal(m_options.target, m_options.journal); !spared)
        return tl::unexpected<Error>(spared.error());
    const Result<std::unique_ptr<JournalReader>> journal = JournalReader::open(m_options.journal);
    if (!journal)
        return tl::unexpected<Error>(journal.error());
    QElapsedTimer sinceTold;
    const auto tell = [this, &sinceTold](const ExportProgress &progress) {
        if (sinceTold.isValid() && sinceTold.elapsed() < tellEveryMs)
            return;
        sinceTold.start();
        QMetaObject::invokeMethod(
            this, [this, progress] { Q_EMIT progressed(progress); }, Qt::QueuedConnection);
    };
    std::optional<Redactor> redactor;
    if (m_options.redacts)
        redactor.emplace();
    const Result<ExportOutcome> outcome = exportToFile(m_options.target, [&](const ExportSink &sink) {
        return exportInForm(**journal, m_options.choice, m_options.form, redactor ? &*redactor : nullptr, sink,
                            {tell, &m_isCancelled});
    });
    if (!outcome)
        return tl::unexpected<Error>(outcome.error());
    CaptureExportReport report{*outcome, m_options.form, std::nullopt, false};
    if (redactor) {
        report.redacted.emplace();
        for (const RedactedKind kind : {RedactedKind::User, RedactedKind::Address, RedactedKind::Secret})
            report.redacted->at(static_cast<size_t>(kind)) = redactor->count(kind);
        report.isRedactorFull = redactor->isFull();
    }
    return report;
}

} // namespace seatscope
