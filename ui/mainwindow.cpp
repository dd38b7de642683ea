// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow.h"

#include "ui/actions.h"
#include "ui/activity/activitycontroller.h"
#include "ui/activity/activitypanel.h"
#include "ui/captures/capturespanel.h"
#include "ui/captures/markactions.h"
#include "ui/closingquestion.h"
#include "ui/exchange/exportcontroller.h"
#include "ui/firstrun/firstrunpage.h"
#include "ui/health/desktopnotice.h"
#include "ui/health/healthpanel.h"
#include "ui/health/silencenotice.h"
#include "ui/help/aboutwindow.h"
#include "ui/help/keyswindow.h"
#include "ui/import/importcontroller.h"
#include "ui/inspector/inspectorpanel.h"
#include "ui/layoutkeeper.h"
#include "ui/replay/replaycontroller.h"
#include "ui/request/requestcontroller.h"
#include "ui/rooms/roomspanel.h"
#include "ui/seats/seatmap.h"
#include "ui/seats/seatspanel.h"
#include "ui/status/banner.h"
#include "ui/status/listeningbar.h"
#include "ui/status/statusline.h"
#include "ui/status/testcallback.h"
#include "ui/text/words.h"
#include "ui/theme/symbolicicon.h"
#include "ui/timeline/timeactions.h"
#include "ui/timeline/timeview.h"
#include "ui/timeline/timewords.h"

#include <QAction>
#include <QClipboard>
#include <QCloseEvent>
#include <QDockWidget>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>

namespace seatscope {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(Session &session, const Clock &clock, QWidget *parent)
    : QMainWindow(parent),
      m_session(session),
      m_tables(session, clock),
      m_middle(new QStackedWidget(this)),
      m_firstRun(new FirstRunPage(session.callbackUrl(), session.config().admission.pathIsSecret, this)),
      m_rooms(new RoomsPanel(m_tables.rooms(), clock, this)),
      m_seats(new SeatsPanel(m_tables.rooms(), m_tables.seats(), clock, this)),
      m_time(new TimeView(m_tables, session, clock, m_seats, this)),
      m_captures(new CapturesPanel(m_tables.filtered(), clock, this)),
      m_inspector(new InspectorPanel(this)),
      m_health(new HealthPanel([&session](std::chrono::seconds span) { return session.health(span); }, this)),
      m_activity(new ActivityController(session, clock, this)),
      m_export(new ExportController(session, clock, m_tables.filtered(), this)),
      m_replay(new ReplayController(session, m_tables.filtered(), this)),
      m_request(new RequestController(session, clock, this)),
      m_import(new ImportController(session, this)),
      m_closing(new ClosingQuestion(*m_export, *m_import, this)),
      m_silence(new SilenceNotice({}, clock, this)),
      m_listening(new ListeningBar(session.callbackUrl(), session.config().admission.pathIsSecret, this)),
      m_status(new StatusLine(session.config(), this)),
      m_banner(new Banner(this)),
      m_actions(new Actions(this, m_theme.scheme()))
{
    setObjectName(u"mainWindow"_s);
    setWindowIcon(applicationIcon());
    m_middle->addWidget(m_firstRun);
    m_middle->addWidget(m_time);
    setCentralWidget(m_middle);
    buildBars();
    buildDocks();
    connectActions();
    connectPanels();
    connectSession();
    connectActivity();
    connectFilter();
    connectMarks();
    connectTime();
    m_request->offer(*m_actions, *m_captures);
    m_export->offer(*m_actions, *m_captures, *m_inspector);
    m_replay->offer(*m_actions, *m_captures);
    m_import->offer(*m_actions, *m_captures);
    connect(m_import, &ImportController::journalWanted, this, &MainWindow::journalWanted);
    showMoment(nullptr);
    m_rooms->chooseFirst();
    showRightPage();
    countersChanged();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildBars()
{
    auto *toolBar = new QToolBar(tr("Listening"), this);
    toolBar->setObjectName(u"listening"_s);
    toolBar->setMovable(false);
    toolBar->toggleViewAction()->setVisible(false);
    toolBar->addWidget(m_listening);
    addToolBar(Qt::TopToolBarArea, toolBar);
    addToolBar(Qt::BottomToolBarArea, m_banner);
    setStatusBar(m_status);
    setContextMenuPolicy(Qt::NoContextMenu);
}

QDockWidget *MainWindow::addDock(const QString &name, const QString &title, QWidget *panel)
{
    auto *dock = new QDockWidget(title, this);
    dock->setObjectName(name);
    dock->setWidget(panel);
    // The inspector's title names the capture; its entry in the menu does not.
    QAction *toggle = dock->toggleViewAction();
    connect(toggle, &QAction::changed, toggle, [toggle, title] {
        if (toggle->text() != title)
            toggle->setText(title);
    });
    m_actions->docksMenu->addAction(toggle);
    return dock;
}

void MainWindow::buildDocks()
{
    const LayoutKeeper::Docks docks = {
        addDock(u"rooms"_s, tr("Rooms"), m_rooms), addDock(u"captures"_s, tr("Captures"), m_captures),
        addDock(u"inspector"_s, tr("Inspector"), m_inspector), addDock(u"health"_s, tr("Health"), m_health),
        addDock(u"activity"_s, tr("Activity"), m_activity->panel())};
    connect(docks.health, &QDockWidget::visibilityChanged, m_health, &HealthPanel::setInFront);
    connect(m_inspector, &InspectorPanel::titleChanged, docks.inspector, &QDockWidget::setWindowTitle);
    m_layout = new LayoutKeeper(this, docks);
    m_layout->restore();
}

void MainWindow::connectActions()
{
    connect(m_actions->copyUrl, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(m_session.callbackUrl().toString()); });
    connect(m_actions->settings, &QAction::triggered, this, &MainWindow::settingsRequested);
    connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->filterRooms, &QAction::triggered, m_rooms, &RoomsPanel::focusFilter);
    connect(m_actions->follow, &QAction::triggered, m_captures, &CapturesPanel::follow);
    connect(m_actions->resetLayout, &QAction::triggered, m_layout, &LayoutKeeper::reset);
    connect(m_actions->nextCapture, &QAction::triggered, m_captures, [this] { m_captures->step(1); });
    connect(m_actions->previousCapture, &QAction::triggered, m_captures, [this] { m_captures->step(-1); });
    connect(m_actions->nextInRoom, &QAction::triggered, this, [this] { goInRoom(true); });
    connect(m_actions->previousInRoom, &QAction::triggered, this, [this] { goInRoom(false); });
    connect(m_actions->showRoom, &QAction::triggered, this, [this] {
        if (const auto room = m_captures->selectedRoom())
            m_rooms->choose(*room);
    });
    connect(m_actions->sendTest, &QAction::triggered, this, &MainWindow::sendTestCallback);
    connect(m_actions->keys, &QAction::triggered, this, &MainWindow::showKeys);
    connect(m_actions->about, &QAction::triggered, this, &MainWindow::showAbout);
    connect(m_actions, &Actions::schemeChosen, &m_theme, &Theme::apply);
    for (QAction *choice : m_seats->arrangementSwitch()->choices())
        m_actions->adopt(m_actions->seatsMenu, choice);
    m_captures->view()->addAction(m_actions->showRoom);
}

void MainWindow::connectPanels()
{
    connect(m_rooms, &RoomsPanel::roomChosen, this, [this](const RoomId &room) {
        m_tables.selectRoom(room);
        m_seats->setRoom(room);
        m_time->setRoom(room);
    });
    connect(m_captures, &CapturesPanel::captureSelected, m_inspector, &InspectorPanel::inspect);
    connect(m_inspector, &InspectorPanel::captureWanted, m_captures, &CapturesPanel::select);
    connect(m_seats, &SeatsPanel::captureWanted, m_captures, &CapturesPanel::select);
    connect(m_captures, &CapturesPanel::roomWanted, m_rooms, &RoomsPanel::choose);
    connect(&m_tables.captures(), &QAbstractItemModel::rowsInserted, this, &MainWindow::showRightPage);
    connect(&m_tables.captures(), &QAbstractItemModel::rowsRemoved, this, &MainWindow::showRightPage);
    connect(m_firstRun, &FirstRunPage::demoTrafficRequested, this, &MainWindow::demoTrafficRequested);
    for (TestCallback *test : {m_firstRun->testCallback(), m_listening->testCallback()})
        connect(test, &TestCallback::wanted, this, &MainWindow::sendTestCallback);
}

void MainWindow::connectSession()
{
    connect(m_inspector, &InspectorPanel::inspectionWanted, &m_session, &Session::requestInspection);
    connect(&m_session, &Session::inspectionReady, m_inspector, &InspectorPanel::showInspection);
    connect(&m_session, &Session::inspectionFailed, m_inspector, &InspectorPanel::showFailure);
    connect(&m_session, &Session::testCallbackDone, this, &MainWindow::testCallbackDone);
    connect(&m_session, &Session::countersChanged, this, &MainWindow::countersChanged);
    connect(&m_session, &Session::published, m_silence, &SilenceNotice::published);
    m_seats->setAssumptions(m_session.assumptions());
    connect(m_seats, &SeatsPanel::choiceWanted, &m_session, &Session::choose);
    connect(&m_session, &Session::readingChosen, this, [this] {
        readingSettled({});
        m_tables.time().readAnew();
        m_activity->activities().reload();
    });
    connect(&m_session, &Session::readingFailed, this, &MainWindow::readingSettled);
    connect(m_silence, &SilenceNotice::changed, this, &MainWindow::showTroubles);
    connect(m_silence, &SilenceNotice::desktopNoticeWanted, this, &showDesktopNotice);
}

void MainWindow::connectTime()
{
    const TimeActions &actions = m_time->actions();
    for (QAction *action : actions.ofMenu())
        m_actions->adopt(m_actions->timeMenu, action);
    m_actions->timeMenu->addSeparator();
    m_actions->adopt(m_actions->timeMenu, actions.showCapture);
    m_captures->view()->addAction(actions.showCapture);
    connect(actions.showCapture, &QAction::triggered, this, [this] {
        if (const auto sequence = m_captures->selected())
            m_time->go(*sequence);
    });
    connect(m_time, &TimeView::momentChanged, this, &MainWindow::showMoment);
    connect(m_time, &TimeView::roomWanted, m_rooms, &RoomsPanel::choose);
}

void MainWindow::showMoment(const RoomsAtPtr &moment)
{
    m_rooms->setMoment(moment);
    m_seats->setMoment(moment);
    const auto last = moment ? std::optional(moment->asked) : std::nullopt;
    // The log after the feed: a row of the feed that goes may move its selection, and that leads to its capture.
    m_activity->panel()->showUpTo(last);
    m_captures->setMoment(last);
    const QString file = QFileInfo(m_session.config().journalPath).fileName();
    setWindowTitle(moment ? tr("%1, not live — %2 — SeatScope").arg(TimeWords::number(moment->asked), file)
                          : tr("%1 — SeatScope").arg(file));
}

void MainWindow::connectActivity()
{
    ActivityPanel *panel = m_activity->panel();
    connect(m_rooms, &RoomsPanel::roomChosen, panel, [panel](const RoomId &room) { panel->setRoom(room); });
    connect(panel, &ActivityPanel::roomWanted, m_rooms, &RoomsPanel::choose);
    connect(m_activity, &ActivityController::captureWanted, m_captures, &CapturesPanel::select);
    m_activity->offerHistories(m_seats->view(), *m_rooms);
    m_activity->offerHistories(m_seats->map(), *m_rooms);
}

void MainWindow::connectFilter()
{
    connect(m_actions->filterCaptures, &QAction::triggered, this, [this] {
        // The log may lie behind another panel.
        for (QWidget *widget = m_captures->parentWidget(); widget != nullptr; widget = widget->parentWidget()) {
            if (auto *dock = qobject_cast<QDockWidget *>(widget)) {
                dock->show();
                dock->raise();
            }
        }
        m_captures->focusFilter();
    });
    m_inspector->setCurrentFilter([this] { return m_captures->filter(); });
    connect(m_inspector, &InspectorPanel::filterWanted, m_captures, &CapturesPanel::setFilter);
}

void MainWindow::connectMarks()
{
    const MarkActions *marks = m_captures->marks();
    m_actions->captureMenu->addSeparator();
    for (QAction *action : {marks->bookmark(), marks->editNote()}) {
        m_actions->adopt(m_actions->captureMenu, action);
        m_captures->view()->addAction(action);
    }
    connect(marks, &MarkActions::markingWanted, &m_session, &Session::mark);
    connect(marks, &MarkActions::tooMany, this, &MainWindow::marked);
    connect(&m_session, &Session::markingFailed, this, &MainWindow::marked);
    connect(&m_tables.captures(), &CaptureLogModel::marked, this, [this](const std::vector<Marking> &markings) {
        m_inspector->showMarkings(markings);
        marked({});
    });
}

void MainWindow::marked(const QString &trouble)
{
    m_markTrouble = trouble.isEmpty() ? QString() : tr("Not everything was marked: %1").arg(trouble);
    showTroubles();
}

void MainWindow::sendTestCallback()
{
    for (TestCallback *test : {m_firstRun->testCallback(), m_listening->testCallback()})
        test->showRunning();
    m_actions->sendTest->setEnabled(false);
    m_session.sendTestCallback();
}

void MainWindow::testCallbackDone(bool ok, const QString &message)
{
    for (TestCallback *test : {m_firstRun->testCallback(), m_listening->testCallback()})
        test->showOutcome(ok, message);
    m_actions->sendTest->setEnabled(true);
}

void MainWindow::goInRoom(bool forward)
{
    const InspectorPanel::Inspection &shown = m_inspector->shown();
    if (!shown)
        return;
    if (const auto sequence = forward ? shown->nextInRoom : shown->previousInRoom)
        m_captures->select(*sequence);
}

void MainWindow::countersChanged()
{
    m_status->show(m_session.counters());
    m_silence->look();
    showTroubles();
}

void MainWindow::readingSettled(const QString &trouble)
{
    m_readingTrouble = trouble.isEmpty() ? QString() : tr("How lists are read was not changed: %1").arg(trouble);
    m_seats->setAssumptions(m_session.assumptions());
    showTroubles();
}

void MainWindow::showTroubles()
{
    QStringList troubles{m_session.writeTrouble(),
                         m_readingTrouble,
                         m_markTrouble,
                         m_session.counters().bookmarksExceed ? Words::bookmarksExceed() : QString(),
                         m_session.tlsWarning(),
                         m_session.connectionsWarning(),
                         m_silence->sentence()};
    troubles.removeAll(QString());
    m_banner->setMessage(troubles.join(u'\n'));
}

bool MainWindow::showsFirstRun() const
{
    return m_middle->currentWidget() == m_firstRun;
}

void MainWindow::showRightPage()
{
    const bool isLogEmpty = m_tables.captures().rowCount() == 0;
    const bool hadCaptures = m_session.lastSequence() > Sequence(0);
    m_firstRun->setHadCaptures(hadCaptures);
    m_captures->setHadCaptures(hadCaptures);
    // Rooms outlive the captures that told of them, until the program ends.
    const bool isNothingKnown = isLogEmpty && m_tables.rooms().rowCount() == 0;
    const bool isFocusFree = focusWidget() == nullptr || m_firstRun->isAncestorOf(focusWidget());
    m_middle->setCurrentWidget(isNothingKnown ? static_cast<QWidget *>(m_firstRun) : m_time);
    if (!isNothingKnown && isFocusFree)
        m_rooms->view()->setFocus(); // and not on what is next: a button or field would take the keys for itself
}

void MainWindow::showKeys()
{
    if (m_keysWindow.isNull()) {
        m_keysWindow = new KeysWindow(m_actions->all(), this);
        m_keysWindow->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_keysWindow->show();
    m_keysWindow->raise();
}

void MainWindow::showAbout()
{
    if (m_aboutWindow.isNull()) {
        m_aboutWindow = new AboutWindow(this);
        m_aboutWindow->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_aboutWindow->show();
    m_aboutWindow->raise();
}

void MainWindow::setSilence(const SilenceSettings &settings)
{
    m_silence->setSettings(settings);
}

void MainWindow::saveLayout() const
{
    m_layout->save();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveLayout();
    if (m_closing->holds(*event))
        return;
    QMainWindow::closeEvent(event);
    Q_EMIT closed();
}

} // namespace seatscope
