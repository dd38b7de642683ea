// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/activity/activitypage.h"
#include "model/activity/activityquery.h"
#include "model/activity/stays.h"

#include <QAbstractTableModel>

#include <deque>
#include <vector>

namespace seatscope {

/// Who sat where from when to when, the newest stay first. Reads the journal backwards in pages and stops when it has
/// much; goOn() looks further. Values only; the view has the words.
class StayModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { WhoColumn, FromColumn, ToColumn, LengthColumn, EndColumn, ColumnCount };

    /// Activities that are held at most; beyond it only what is newer is told.
    static constexpr size_t maxActivities = 20'000;
    /// Pages that are read before somebody is asked whether to go on.
    static constexpr int maxPages = 10;

    explicit StayModel(StayQuestion question, QObject *parent = nullptr);

    [[nodiscard]] const StayQuestion &question() const { return m_question; }
    /// Begins to read, up to \a last.
    void read(Sequence last);
    /// Looks further back.
    void goOn();
    void supplyPage(const ActivityPage &page, quint64 token);
    void pageFailed(const QString &message, quint64 token);

    [[nodiscard]] bool isLoading() const { return m_awaited != 0; }
    [[nodiscard]] const QString &trouble() const { return m_trouble; }
    /// Everything that the journal has was looked at.
    [[nodiscard]] bool reachesBeginning() const { return m_reachesBeginning; }
    /// There is no room for more.
    [[nodiscard]] bool isFull() const { return m_activities.size() >= maxActivities; }
    /// Everything from this capture …
    [[nodiscard]] Sequence first() const { return m_first; }
    /// … to this one was looked at.
    [[nodiscard]] Sequence last() const { return m_last; }
    [[nodiscard]] const Stay &stay(int row) const { return m_stays.at(static_cast<size_t>(row)); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    /// Nothing but the user's id: the view reads stay().
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void pageWanted(const seatscope::ActivityQuery &query, quint64 token);
    void stateChanged();

private:
    void ask();

    StayQuestion m_question;
    std::deque<Activity> m_activities;
    std::vector<Stay> m_stays; ///< the newest first
    Sequence m_first;
    Sequence m_last;
    bool m_reachesBeginning = false;
    int m_pages = 0;
    quint64 m_awaited = 0;
    quint64 m_lastToken = 0;
    QString m_trouble;
};

} // namespace seatscope
