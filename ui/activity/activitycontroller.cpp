// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/activity/activitycontroller.h"

#include "model/session/session.h"
#include "ui/activity/activitypanel.h"
#include "ui/activity/seathistorymenu.h"
#include "ui/activity/staywindow.h"
#include "ui/rooms/roomspanel.h"
#include "ui/text/pluralcount.h"
#include "ui/text/visibletext.h"

#include <QFileDialog>
#include <QLocale>

#include <algorithm>

namespace seatscope {

using namespace Qt::StringLiterals;

ActivityController::ActivityController(Session &session, const Clock &clock, QWidget *window)
    : QObject(window),
      m_session(session),
      m_clock(clock),
      m_window(window),
      m_activities(session.lastSequence()),
      m_requests(session),
      m_panel(new ActivityPanel(m_activities, clock, window))
{
    m_requests.serve(m_activities);
    connect(m_panel, &ActivityPanel::captureWanted, this, &ActivityController::captureWanted);
    connect(m_panel, &ActivityPanel::exportWanted, this, &ActivityController::chooseFile);
    connect(m_panel, &ActivityPanel::seatHistoryWanted, this, [this](const RoomId &room, SeatIndex seat) {
        showHistory({room, seat, std::nullopt});
    });
    connect(m_panel, &ActivityPanel::userHistoryWanted, this, [this](const UserId &user) {
        showHistory({std::nullopt, std::nullopt, user});
    });
    m_activities.loadEarlier();
}

ActivityController::~ActivityController()
{
    // The panel goes with the window, which is destroyed after what it shows.
    m_panel->disconnect(this);
    delete m_panel;
    for (const QPointer<StayWindow> &history : m_histories)
        delete history;
}

void ActivityController::offerHistories(QAbstractItemView *view, const RoomsPanel &rooms)
{
    auto *menu = new SeatHistoryMenu(view, [&rooms] { return rooms.chosen(); });
    connect(menu, &SeatHistoryMenu::wanted, this, [this](const StayQuestion &question) { showHistory(question); });
}

StayWindow *ActivityController::showHistory(const StayQuestion &question)
{
    std::erase_if(m_histories, [](const QPointer<StayWindow> &history) { return history.isNull(); });
    const auto open = std::ranges::find_if(m_histories, [&question](const QPointer<StayWindow> &history) {
        StayWindow *window = history.data();
        return window && window->stays().question() == question;
    });
    StayWindow *history = nullptr;
    if (open != m_histories.end()) {
        history = *open;
        history->raise();
        history->activateWindow();
    } else {
        history = new StayWindow(question, m_clock, m_window);
        history->setAttribute(Qt::WA_DeleteOnClose);
        m_histories.emplace_back(history);
        m_requests.serve(history->stays());
        connect(history, &StayWindow::captureWanted, this, &ActivityController::captureWanted);
        connect(history, &StayWindow::refreshWanted, history,
                [this, history] { history->stays().read(m_session.lastSequence()); });
    }
    history->stays().read(m_activities.shownUpTo().value_or(m_session.lastSequence()));
    history->show();
    return history;
}

void ActivityController::chooseFile()
{
    auto *dialog = new QFileDialog(m_window, tr("Save the activities"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("JSON lines (*.jsonl)"), tr("CSV (*.csv)")});
    dialog->setDefaultSuffix(u"jsonl"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.contains(u"*.csv"_s) ? u"csv"_s : u"jsonl"_s);
    });
    connect(dialog, &QFileDialog::fileSelected, this, &ActivityController::save);
    dialog->open();
}

void ActivityController::save(const QString &path)
{
    ActivityExportOptions options;
    options.journal = m_session.config().journalPath;
    options.target = path;
    const bool isCsv = path.endsWith(u".csv"_s, Qt::CaseInsensitive);
    options.format = isCsv ? ActivityExportOptions::Format::Csv : ActivityExportOptions::Format::JsonLines;
    options.filter = m_activities.filter();
    options.last = m_activities.shownUpTo().value_or(m_session.lastSequence());
    m_export = std::make_unique<ActivityExport>(options);
    const QString name = visibleText(path);
    connect(m_export.get(), &ActivityExport::saved, this, [this, name](qint64 count) {
        m_panel->showExport(
            tr("%1 activities are in %2", nullptr, pluralCount(count)).arg(QLocale().toString(count), name), false);
    });
    connect(m_export.get(), &ActivityExport::failed, this, [this](const QString &message) {
        m_panel->showExport(tr("The activities are not saved: %1").arg(visibleText(message)), false);
    });
    m_panel->showExport(tr("Saving to %1…").arg(name), true);
    m_export->start();
}

} // namespace seatscope
