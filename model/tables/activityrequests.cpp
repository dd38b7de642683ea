// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/tables/activityrequests.h"

#include "model/session/session.h"
#include "model/tables/activitymodel.h"
#include "model/tables/staymodel.h"

#include <algorithm>
#include <utility>

namespace seatscope {

ActivityRequests::ActivityRequests(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&session, &Session::activitiesReady, this, [this](const ActivityPagePtr &page, quint64 token) {
        const Waiting waiting = m_waiting.take(token);
        if (waiting.asker)
            waiting.ready(*page);
    });
    connect(&session, &Session::activitiesFailed, this, [this](const QString &message, quint64 token) {
        const Waiting waiting = m_waiting.take(token);
        if (waiting.asker)
            waiting.failed(message);
    });
}

void ActivityRequests::ask(const ActivityQuery &query, QObject *asker, Ready ready, Failed failed)
{
    m_waiting.insert(++m_lastToken, {asker, std::move(ready), std::move(failed)});
    m_session.requestActivities(query, m_lastToken);
}

template<typename Model>
void ActivityRequests::answer(Model &model)
{
    connect(&model, &Model::pageWanted, this, [this, &model](const ActivityQuery &query, quint64 token) {
        ask(
            query, &model, [&model, token](const ActivityPage &page) { model.supplyPage(page, token); },
            [&model, token](const QString &message) { model.pageFailed(message, token); });
    });
}

void ActivityRequests::serve(ActivityModel &model)
{
    const bool isTold = m_session.config().tellsActivities;
    connect(&m_session, &Session::published, &model, [&model, isTold](const BatchPtr &batch) {
        if (isTold || batch->captures.empty()) {
            model.apply(*batch);
            return;
        }
        // Then the journal alone knows.
        Batch untold = *batch;
        untold.untoldUpTo = std::max(batch->captures.back().sequence, batch->imported.last);
        model.apply(untold);
    });
    answer(model);
}

void ActivityRequests::serve(StayModel &model)
{
    answer(model);
}

} // namespace seatscope
