// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/activity/stays.h"
#include "model/core/clock.h"
#include "model/session/activityexport.h"
#include "model/tables/activitymodel.h"
#include "model/tables/activityrequests.h"

#include <QPointer>

#include <memory>
#include <vector>

class QAbstractItemView;

namespace seatscope {

class ActivityPanel;
class RoomsPanel;
class Session;
class StayWindow;

/// The activity feed joined to a session: the model behind the panel, the windows with histories, and saving. Gui
/// thread.
class ActivityController : public QObject {
    Q_OBJECT

public:
    /// \a session, \a clock and \a window must outlive the controller.
    ActivityController(Session &session, const Clock &clock, QWidget *window);
    ~ActivityController() override;

    [[nodiscard]] ActivityModel &activities() { return m_activities; }
    [[nodiscard]] ActivityPanel *panel() const { return m_panel; }
    /// Offers the histories of the seats that \a view shows; they are those of the room chosen in \a rooms.
    void offerHistories(QAbstractItemView *view, const RoomsPanel &rooms);
    /// Opens the history that \a question asks for; the open one where there is one.
    StayWindow *showHistory(const StayQuestion &question);
    /// Saves what the filter wants to \a path; a name that ends with ".csv" makes it CSV, else it is JSON lines.
    void save(const QString &path);

Q_SIGNALS:
    /// Somebody wants to see this callback.
    void captureWanted(seatscope::Sequence sequence);

private:
    void chooseFile();

    Session &m_session;
    const Clock &m_clock;
    QWidget *m_window;
    ActivityModel m_activities;
    ActivityRequests m_requests;
    ActivityPanel *m_panel;
    std::vector<QPointer<StayWindow>> m_histories;
    std::unique_ptr<ActivityExport> m_export;
};

} // namespace seatscope
