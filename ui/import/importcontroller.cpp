// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/import/importcontroller.h"

#include "model/session/session.h"
#include "ui/actions.h"
#include "ui/captures/capturespanel.h"
#include "ui/import/filedrop.h"
#include "ui/import/importstrip.h"
#include "ui/import/importwords.h"
#include "ui/import/newjournalfield.h"
#include "ui/text/visibletext.h"

#include <QAction>
#include <QDir>
#include <QMainWindow>
#include <QPushButton>
#include <QSettings>
#include <QTableView>

#include <algorithm>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

constexpr auto folderKey = "import/folder"_L1;

} // namespace

ImportController::ImportController(Session &session, QMainWindow *window)
    : QObject(window),
      m_session(session),
      m_window(window),
      m_strip(new ImportStrip(window)),
      m_drop(new FileDrop(window, [this] { return m_log != nullptr && isFree(); }))
{
    window->addToolBar(Qt::BottomToolBarArea, m_strip);
    window->insertToolBarBreak(m_strip);
    m_strip->hide();
    connect(m_drop, &FileDrop::dropped, this, &ImportController::look);
    connectStrip();
}

ImportController::~ImportController() = default;

void ImportController::connectStrip()
{
    connect(m_strip, &WorkStrip::cancelWanted, this, [this] {
        if (!m_isRunning)
            return;
        m_isCancelled = true;
        m_strip->showCancelling();
        m_job->disconnect(m_strip);
        m_job->cancel();
    });
    connect(m_strip->showButton(), &QPushButton::clicked, this, &ImportController::showImported);
    connect(m_strip->unreadButton(), &QPushButton::clicked, this, &ImportController::showUnread);
    connect(m_strip->openButton(), &QPushButton::clicked, this, [this] { Q_EMIT journalWanted(m_report.journal); });
    connect(m_strip->newJournalButton(), &QPushButton::clicked, this, [this] {
        m_prefersNew = true;
        look(m_job->paths());
    });
}

void ImportController::offer(Actions &actions, CapturesPanel &log)
{
    m_log = &log;
    m_strip->hide(); // a layout that was kept may have it
    m_drop->claimFields();
    m_import = actions.importCaptures;
    m_raiseLog = actions.filterCaptures;
    connect(m_import, &QAction::triggered, this, &ImportController::choose);
}

void ImportController::choose()
{
    if (!isFree())
        return;
    delete m_fileDialog;
    m_fileDialog = new QFileDialog(m_window, tr("Import captures"));
    m_fileDialog->setAttribute(Qt::WA_DeleteOnClose);
    m_fileDialog->setFileMode(QFileDialog::ExistingFiles);
    m_fileDialog->setLabelText(QFileDialog::Accept, tr("&Import"));
    const QString folder = QSettings().value(folderKey).toString();
    m_fileDialog->setDirectory(QDir(folder).exists() && !folder.isEmpty() ? folder : QDir::homePath());
    connect(m_fileDialog, &QFileDialog::filesSelected, this, [this](const QStringList &paths) {
        if (!paths.isEmpty())
            look(paths.first(std::min(paths.size(), FileDrop::mostFiles)));
    });
    m_fileDialog->open();
}

void ImportController::look(const QStringList &paths)
{
    if (!isFree() || m_log == nullptr || paths.isEmpty())
        return;
    QSettings().setValue(folderKey, QFileInfo(paths.front()).absolutePath());
    m_report = {};
    m_unread = 0;
    m_isCancelled = false;
    m_job = std::make_unique<CaptureImportJob>(m_session, paths, m_bounds);
    CaptureImportJob *job = m_job.get();
    connect(job, &CaptureImportJob::lookedAt, this, &ImportController::ask);
    connect(job, &CaptureImportJob::progressed, m_strip, [this, job](const CaptureImportProgress &progress) {
        m_strip->showProgress(ImportWords::progress(progress, job->paths()), ImportWords::percent(progress.progress));
    });
    connect(job, &CaptureImportJob::done, this, &ImportController::finish);
    connect(job, &CaptureImportJob::tooMuch, this, &ImportController::tellTooMuch);
    connect(job, &CaptureImportJob::failed, this, &ImportController::fail);
    m_strip->showProgress(tr("Looking at %1…").arg(ImportWords::files(paths)), 0);
    setRunning(true);
    job->look();
}

void ImportController::setRunning(bool isRunning)
{
    m_isRunning = isRunning;
    m_import->setEnabled(!isRunning);
    m_import->setText(isRunning ? tr("&Import captures… (an import is running)") : tr("&Import captures…"));
}

void ImportController::ask(const std::vector<ImportFile> &files)
{
    setRunning(false);
    if (m_isCancelled) {
        m_strip->showEnd(tr("The import was cancelled; nothing was imported."));
        Q_EMIT ended(true);
        return;
    }
    m_strip->hide();
    const bool canAny = std::ranges::any_of(files, [](const ImportFile &file) { return file.problem.isEmpty(); });
    if (!canAny && files.size() == 1) {
        fail(u"%1: %2"_s.arg(ImportWords::files(m_job->paths()), files.front().problem));
        return;
    }
    for (const ImportFile &file : files) {
        if (!file.problem.isEmpty())
            m_report.unread.push_back({file.path, {}, file.problem});
    }
    m_unread = static_cast<qint64>(m_report.unread.size());
    if (!canAny) {
        m_strip->offer({false, false, false, true});
        fail(tr("none of the files can be read"));
        return;
    }
    auto *dialog = new ImportDialog(files,
                                    {m_session.config().journalPath, m_session.lastSequence(),
                                     suggestedJournal(m_job->paths().front()), std::exchange(m_prefersNew, false)},
                                    m_window);
    m_dialog = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ImportDialog::importWanted, this, &ImportController::start);
    connect(dialog, &QDialog::rejected, this, [this] { m_job.reset(); });
    dialog->open();
}

void ImportController::start(const ImportWish &wish)
{
    if (m_isRunning)
        return;
    m_strip->showProgress(ImportWords::progress({}, m_job->paths()), 0);
    setRunning(true);
    if (wish.newJournal)
        m_job->importInto(*wish.newJournal, wish.files);
    else
        m_job->importHere(wish.files);
}

void ImportController::finish(const CaptureImportReport &report)
{
    std::vector<UnreadPart> unread = std::move(m_report.unread);
    unread.insert(unread.end(), report.unread.begin(), report.unread.end());
    m_unread += report.report.notRead;
    m_report = report;
    m_report.unread = std::move(unread);
    setRunning(false);
    const bool isDone = report.report.imported > 0;
    const QString words = ImportWords::outcome(report);
    if (report.report.isCancelled) {
        m_strip->showEnd(words);
    } else {
        m_strip->offer({isDone && report.journal.isEmpty(), isDone && !report.journal.isEmpty(), false, m_unread > 0});
        isDone ? m_strip->showSuccess(words) : m_strip->showFailure(words);
    }
    Q_EMIT ended(report.report.isCancelled || (isDone && m_unread == 0));
}

void ImportController::tellTooMuch(const QString &message)
{
    setRunning(false);
    m_strip->offer({false, false, true, false});
    m_strip->showFailure(tr("Nothing was imported. %1").arg(visibleText(message)));
    Q_EMIT ended(false);
}

void ImportController::fail(const QString &message)
{
    setRunning(false);
    m_strip->showFailure(tr("The import failed: %1").arg(visibleText(message)));
    Q_EMIT ended(false);
}

void ImportController::showImported()
{
    m_raiseLog->trigger();
    m_log->setFilter(ImportWords::filter(m_report.report));
    m_log->view()->setFocus();
}

void ImportController::showUnread()
{
    delete m_unreadWindow;
    m_unreadWindow = new UnreadWindow(m_report.unread, m_unread, m_window);
    m_unreadWindow->setAttribute(Qt::WA_DeleteOnClose);
    m_unreadWindow->show();
}

} // namespace seatscope
