// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/session/captureimportjob.h"

#include "model/exchange/bodyreader.h"
#include "model/exchange/importsources.h"
#include "model/journal/emptyjournal.h"
#include "model/session/importwatch.h"
#include "model/session/liveimport.h"
#include "model/session/session.h"

#include <QFileInfo>
#include <QLocale>
#include <QThread>

#include <future>
#include <utility>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// Changes of a sample that are listed.
constexpr std::size_t mostListedChanges = 100;

/// Bytes of a sample that a person can be asked to look at.
constexpr qsizetype largestShownSample = qsizetype{1024} * 1024;

ImportSample shown(const QString &path, const MendedSample &mended)
{
    ImportSample sample;
    // It was read a moment ago; what cannot be read any more is not there to be compared.
    sample.before = QString::fromUtf8(readBodyFile(path).value_or(QByteArray()));
    sample.after = QString::fromUtf8(mended.text);
    sample.changeCount = static_cast<qint64>(mended.changes.size());
    for (const SampleChange &change : mended.changes) {
        if (static_cast<std::size_t>(sample.changes.size()) == mostListedChanges)
            break;
        sample.changes += changeText(change);
    }
    return sample;
}

Result<ImportReport> importNew(const QString &path, std::vector<ImportInput> &inputs, ImportObserver &observer)
{
    const Result<std::unique_ptr<JournalWriter>> journal = JournalWriter::open(path);
    if (!journal)
        return tl::unexpected<Error>(journal.error());
    const SystemClock clock;
    return CaptureImport(**journal, path, clock).run(inputs, observer);
}

} // namespace

CaptureImportJob::CaptureImportJob(Session &session, QStringList paths, LiveImportBounds bounds, QObject *parent)
    : QObject(parent),
      m_session(session),
      m_paths(std::move(paths)),
      m_bounds(bounds)
{
}

CaptureImportJob::~CaptureImportJob()
{
    cancel();
    if (m_thread)
        m_thread->wait();
}

void CaptureImportJob::cancel()
{
    m_isCancelled = true;
}

void CaptureImportJob::run(const QString &name, std::function<void()> work)
{
    if (m_thread)
        m_thread->wait();
    m_thread.reset(QThread::create(std::move(work)));
    m_thread->setObjectName(name);
    m_thread->start();
}

void CaptureImportJob::look()
{
    Q_ASSERT(m_opened.empty());
    run(u"import"_s, [this] {
        std::vector<ImportFile> files;
        for (const QString &path : m_paths)
            files.push_back(open(path));
        QMetaObject::invokeMethod(
            this, [this, files] { Q_EMIT lookedAt(files); }, Qt::QueuedConnection);
    });
}

ImportFile CaptureImportJob::open(const QString &path)
{
    ImportFile file{path, {}, {}};
    m_opened.emplace_back();
    if (m_isCancelled)
        return file;
    Result<OpenedInput> opened = openInput(path);
    if (!opened) {
        // Of which file it is said stands beside it.
        const Error &error = opened.error();
        file.problem = Error{error.what, error.where == path ? QString() : error.where, error.remedy}.message();
        return file;
    }
    if (opened->mended && opened->mended->text.size() > largestShownSample) {
        file.problem = tr("the sample is too large to be shown as it was mended. \"seatscope import --mend\" imports "
                          "it unseen");
        return file;
    }
    if (opened->mended)
        file.sample = shown(path, *opened->mended);
    m_opened.back() = std::move(opened->input);
    return file;
}

CaptureImportJob::Inputs CaptureImportJob::takeWanted(const std::vector<std::size_t> &wanted)
{
    Inputs inputs;
    for (const std::size_t place : wanted) {
        if (std::optional<ImportInput> &opened = m_opened.at(place))
            inputs.push_back(*std::exchange(opened, std::nullopt));
    }
    return inputs;
}

void CaptureImportJob::importHere(const std::vector<std::size_t> &wanted)
{
    run(u"import"_s, [this, wanted] {
        Inputs inputs = takeWanted(wanted);
        writeHere(inputs);
    });
}

void CaptureImportJob::importInto(const QString &path, const std::vector<std::size_t> &wanted)
{
    run(u"import"_s, [this, path, wanted] {
        Inputs inputs = takeWanted(wanted);
        writeNew(path, inputs);
    });
}

void CaptureImportJob::writeHere(Inputs &inputs)
{
    ImportWatch watch(m_isCancelled, [this](const CaptureImportProgress &progress) {
        QMetaObject::invokeMethod(
            this, [this, progress] { Q_EMIT progressed(progress); }, Qt::QueuedConnection);
    });
    Result<HeldInputs> held = holdInputs(inputs, m_bounds.held, watch);
    if (!held)
        return tell(held.error());
    if (held->isTooMuch) {
        return tellTooMuch(
            tr("The files hold more than %1 captures or %2, and callbacks would have to wait too long for their "
               "answers.")
                .arg(QLocale().toString(m_bounds.held.captures), QLocale().formattedDataSize(m_bounds.held.bytes)));
    }
    if (held->isCancelled || m_isCancelled)
        return tell(ImportReport{0, held->notRead, {}, true, {}, {}}, watch, {}, {});
    if (held->captures == 0)
        return tell(ImportReport{0, held->notRead, {}, false, {}, {}}, watch, {}, {});
    auto outcome = std::make_shared<std::promise<Result<LiveImport>>>();
    std::future<Result<LiveImport>> future = outcome->get_future();
    const QString path = m_session.config().journalPath;
    // This thread waits, so what it has stays there for the other one.
    const bool isTaken =
        m_session.addToJournal([this, outcome, path, &held, &watch](JournalWriter &journal, RoomArrivals &rooms) {
            watch.beginWriting(m_bounds.time);
            // It is asked again only after some captures, and there may be few.
            Result<LiveImport> done = m_isCancelled ? LiveImport{{0, 0, {}, true, {}, {}}, nullptr, {}}
                                                    : importLive(journal, rooms, path, held->inputs, watch);
            BatchPtr batch = done ? done->batch : nullptr;
            outcome->set_value(std::move(done));
            return batch;
        });
    outcome.reset();
    if (!isTaken)
        return tell(Error{tr("the journal is being closed"), path, {}});
    Result<LiveImport> done = [&future]() -> Result<LiveImport> {
        try {
            return future.get();
        } catch (const std::future_error &) {
            return failure(tr("the journal was closed before"));
        }
    }();
    if (!done)
        return tell(done.error());
    done->report.notRead += held->notRead;
    if (done->report.isCancelled && watch.isOverdue())
        return tellTooMuch(tr("Writing took longer than callbacks can wait for their answers."));
    tell(done->report, watch, {}, done->roomTrouble);
}

void CaptureImportJob::writeNew(const QString &path, Inputs &inputs)
{
    if (QFileInfo::exists(path))
        return tell(Error{tr("there is a file already"), path, tr("Choose another name.")});
    ImportWatch watch(m_isCancelled, [this](const CaptureImportProgress &progress) {
        QMetaObject::invokeMethod(
            this, [this, progress] { Q_EMIT progressed(progress); }, Qt::QueuedConnection);
    });
    const Result<ImportReport> report = importNew(path, inputs, watch);
    if (!report || report->isCancelled || report->imported == 0)
        removeEmptyJournal(path);
    if (!report)
        return tell(report.error());
    tell(*report, watch, path, {});
}

void CaptureImportJob::tell(const Error &error)
{
    QMetaObject::invokeMethod(
        this, [this, message = error.message()] { Q_EMIT failed(message); }, Qt::QueuedConnection);
}

void CaptureImportJob::tellTooMuch(const QString &message)
{
    QMetaObject::invokeMethod(
        this, [this, message] { Q_EMIT tooMuch(message); }, Qt::QueuedConnection);
}

void CaptureImportJob::tell(const ImportReport &report, ImportWatch &watch, const QString &journal,
                            const QString &roomTrouble)
{
    CaptureImportReport told{report, watch.takeUnread(), journal, roomTrouble};
    QMetaObject::invokeMethod(
        this, [this, told = std::move(told)] { Q_EMIT done(told); }, Qt::QueuedConnection);
}

} // namespace seatscope
