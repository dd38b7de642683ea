// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/exchange/exportcontroller.h"

#include "model/session/session.h"
#include "model/tables/capturefiltermodel.h"
#include "ui/actions.h"
#include "ui/captures/capturespanel.h"
#include "ui/exchange/copyas.h"
#include "ui/exchange/exportstrip.h"
#include "ui/exchange/exportwords.h"
#include "ui/inspector/inspectorpanel.h"
#include "ui/text/visibletext.h"
#include "ui/theme/symbolicicon.h"

#include <QAction>
#include <QDateTime>
#include <QDesktopServices>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QPlainTextEdit>
#include <QStatusBar>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QUrl>

#include <utility>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int saidForMs = 3000;

} // namespace

ExportController::ExportController(Session &session, const Clock &clock, const CaptureFilterModel &captures,
                                   QMainWindow *window)
    : QObject(window),
      m_session(session),
      m_clock(clock),
      m_captures(captures),
      m_window(window),
      m_strip(new ExportStrip(window)),
      m_copyAs(new CopyAs(session, this)),
      m_exportSelected(new QAction(symbolicIcon(u"export"_s), tr("E&xport…"), this))
{
    window->addToolBar(Qt::BottomToolBarArea, m_strip);
    window->insertToolBarBreak(m_strip);
    m_strip->hide();
    connect(m_strip, &ExportStrip::folderWanted, this, &ExportController::showFolder);
    connect(m_strip, &ExportStrip::cancelWanted, this, [this] {
        if (!m_isRunning)
            return;
        m_strip->showCancelling();
        m_job->disconnect(m_strip);
        m_job->cancel();
    });
    connect(m_copyAs, &CopyAs::copied, this,
            [this](const QString &message) { m_window->statusBar()->showMessage(message, saidForMs); });
    connect(m_copyAs, &CopyAs::failed, this, [this](const QString &message) {
        // An export's line stays; it is the longer work.
        if (m_isRunning)
            m_window->statusBar()->showMessage(message, saidForMs);
        else
            m_strip->showFailure(message);
    });
    connect(m_exportSelected, &QAction::triggered, this, [this] { ask(ExportScope::Selected); });
}

ExportController::~ExportController() = default;

void ExportController::offer(Actions &actions, CapturesPanel &log, InspectorPanel &inspector)
{
    m_log = &log;
    m_strip->hide(); // a layout that was kept may have it
    m_export = actions.exportCaptures;
    connect(m_export, &QAction::triggered, this, [this] { ask(likelyScope()); });
    claimShortcut();
    QMenu *copyMenu = m_copyAs->addMenuFor(log.view(), actions.captureMenu);
    actions.captureMenu->addSeparator();
    actions.captureMenu->addMenu(copyMenu);
    auto *separator = new QAction(this);
    separator->setSeparator(true);
    log.view()->addAction(separator);
    log.view()->addAction(copyMenu->menuAction());
    log.view()->addAction(m_exportSelected);

    auto *button = new QToolButton(&inspector);
    button->setIcon(symbolicIcon(u"copy"_s));
    button->setAutoRaise(true);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolTip(tr("Copy this capture as…"));
    button->setAccessibleName(tr("Copy this capture as"));
    button->setMenu(m_copyAs->addMenuFor(
        [&inspector]() -> const Capture * { return inspector.shown() ? &inspector.shown()->capture : nullptr; },
        button));
    inspector.tabs()->setCornerWidget(button);
}

/// Ctrl+E goes to the end of the line in fields on X11 and so would not export right after a filter was typed.
void ExportController::claimShortcut()
{
    for (QWidget *widget : m_window->findChildren<QWidget *>()) {
        if (qobject_cast<QLineEdit *>(widget) != nullptr || qobject_cast<QPlainTextEdit *>(widget) != nullptr)
            widget->installEventFilter(this);
    }
}

bool ExportController::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (m_export->shortcut() == QKeySequence(key->keyCombination())) {
            event->ignore();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

ExportScope ExportController::likelyScope() const
{
    if (m_log != nullptr && m_log->selectedSequences().size() > 1)
        return ExportScope::Selected;
    return m_captures.isFiltering() ? ExportScope::Filtered : ExportScope::Everything;
}

void ExportController::ask(ExportScope scope)
{
    if (m_isRunning || m_log == nullptr)
        return;
    ExportOffer offer;
    offer.selected = m_log->selectedSequences();
    offer.filter = m_captures.filterText();
    offer.all = m_captures.logCount();
    const ExportHabits habits = ExportHabits::load();
    const QString day = QDateTime::fromMSecsSinceEpoch(m_clock.wallTime().value() / 1000).toString(u"yyyy-MM-dd"_s);
    const QString target = suggestedTarget(habits.folder, m_session.config().journalPath, day, *habits.form.format);
    delete m_dialog;
    m_dialog = new ExportDialog(offer, scope, habits, target, m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &ExportDialog::exportWanted, this,
            [this, selected = std::move(offer.selected)](const ExportWish &wish) { start(wish, selected); });
    m_dialog->open();
}

void ExportController::start(const ExportWish &wish, std::vector<Sequence> selected)
{
    if (m_isRunning)
        return;
    ExportHabits{QFileInfo(wish.target).absolutePath(), wish.form, wish.redacts}.save();
    CaptureExportOptions options;
    options.journal = m_session.config().journalPath;
    options.form = wish.form;
    options.redacts = wish.redacts;
    options.target = m_target = wish.target;
    if (wish.scope == ExportScope::Selected)
        options.choice.sequences = std::move(selected);
    else if (wish.scope == ExportScope::Filtered)
        options.choice.filter = m_captures.filter();
    m_job = std::make_unique<CaptureExportJob>(std::move(options));
    CaptureExportJob *job = m_job.get();
    connect(job, &CaptureExportJob::progressed, m_strip, [this, job](const ExportProgress &progress) {
        m_strip->showProgress(ExportWords::progress(progress, job->options()), ExportWords::percent(progress));
    });
    connect(job, &CaptureExportJob::done, this, [this](const CaptureExportReport &report) {
        const QString words = ExportWords::outcome(report, m_target);
        if (report.outcome.isCancelled)
            m_strip->showEnd(words);
        else
            m_strip->showSuccess(words);
        setRunning(false);
        Q_EMIT ended(true);
    });
    connect(job, &CaptureExportJob::failed, this, [this](const QString &message) {
        m_strip->showFailure(tr("Nothing was exported: %1").arg(visibleText(message)));
        setRunning(false);
        Q_EMIT ended(false);
    });
    m_strip->showProgress(ExportWords::progress({}, job->options()), 0);
    setRunning(true);
    job->start();
}

void ExportController::setRunning(bool isRunning)
{
    m_isRunning = isRunning;
    for (QAction *action : {m_export, m_exportSelected})
        action->setEnabled(!isRunning);
}

void ExportController::showFolder()
{
    const QString folder = QFileInfo(m_target).absolutePath();
    if (!QDesktopServices::openUrl(QUrl::fromLocalFile(folder)))
        m_strip->showEnd(tr("No program here shows folders. It is %1").arg(visibleText(folder)));
}

} // namespace seatscope
