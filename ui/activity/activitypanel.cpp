// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/activity/activitypanel.h"

#include "ui/activity/activityfilterbar.h"
#include "ui/activity/activitywords.h"
#include "ui/captures/followmode.h"
#include "ui/text/visibletext.h"
#include "ui/theme/columnfit.h"
#include "ui/theme/emptypage.h"
#include "ui/theme/symbolicicon.h"
#include "ui/theme/widgets.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// Rows from the top at which what was before is asked for.
constexpr int nearTop = 20;

class FeedDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (option->displayAlignment.testFlag(Qt::AlignRight))
            padRight(option);
        // A sentence begins with what matters, an id does not.
        option->textElideMode = index.column() == ActivityModel::WhatColumn ? Qt::ElideRight : Qt::ElideMiddle;
    }
};

} // namespace

ActivityPanel::ActivityPanel(ActivityModel &activities, const Clock &clock, QWidget *parent)
    : QWidget(parent),
      m_activities(activities),
      m_texts(activities, clock),
      m_filterBar(new ActivityFilterBar(this)),
      m_export(new QToolButton(this)),
      m_state(plainLabel({}, this)),
      m_stateButton(new QPushButton(this)),
      m_stateLine(new QWidget(this)),
      m_view(new QTableView(this)),
      m_empty(new EmptyPage(symbolicIcon(u"activity"_s, Tint::Muted), {}, {}, this)),
      m_pages(new QStackedWidget(this)),
      m_followButton(new QPushButton(this))
{
    // Before the view hears of it: it would choose another row instead of one that goes, and nobody chose that.
    connect(&activities, &QAbstractItemModel::rowsAboutToBeRemoved, this, &ActivityPanel::letGoOf);
    m_texts.setSourceModel(&activities);
    buildView();
    buildStateLine();
    m_follow = new FollowMode(m_view);
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_filterBar);
    column->addWidget(m_stateLine);
    column->addWidget(m_pages, 1);

    m_followButton->setIcon(symbolicIcon(u"follow"_s));
    m_followButton->setToolTip(tr("Go to what happened last and stay there"));
    m_followButton->hide();
    connect(m_followButton, &QPushButton::clicked, m_follow, &FollowMode::follow);
    connect(m_follow, &FollowMode::changed, this, &ActivityPanel::showFollow);
    connect(m_filterBar, &ActivityFilterBar::filterChanged, this, [this](const ActivityFilter &filter) {
        m_activities.setFilter(filter);
        m_follow->follow();
    });
    connect(&activities, &ActivityModel::stateChanged, this, &ActivityPanel::showState);
    connect(&activities, &QAbstractItemModel::rowsInserted, this, &ActivityPanel::showState);
    connect(&activities, &QAbstractItemModel::rowsRemoved, this, &ActivityPanel::showState);
    showState();
}

void ActivityPanel::buildView()
{
    m_view->setModel(&m_texts);
    m_view->setItemDelegate(new FeedDelegate(m_view));
    prepareTable(m_view, tr("Activities"));
    QHeaderView *header = m_view->horizontalHeader();
    const QFont fixed = fixedFont();
    const auto width = [this, &fixed](const QString &sample) { return columnWidth(m_view, sample, fixed); };
    m_fit = new ColumnFit(m_view,
                          {{ActivityModel::RoomColumn, width(u"live_100000001"_s), width(u"live…001"_s), true},
                           {ActivityModel::SequenceColumn, width(u"1234567"_s), width(u"12345"_s), true},
                           {ActivityModel::TimeColumn, width(u"00:00:00"_s), width(u"00:00:00"_s), true}},
                          columnWidth(m_view, tr("administrator put somebody off seat 12"), font(), true));
    header->setSectionResizeMode(ActivityModel::WhatColumn, QHeaderView::Stretch);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, &ActivityPanel::showMenu);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] { lead(); });
    connect(m_view, &QTableView::activated, this, &ActivityPanel::lead);
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, &ActivityPanel::loadWhenAtTop);

    m_export->setIcon(symbolicIcon(u"export"_s));
    m_export->setToolTip(tr("Save what the filter wants, from the whole journal"));
    m_export->setAccessibleName(tr("Save the activities"));
    m_filterBar->addButton(m_export);
    connect(m_export, &QToolButton::clicked, this, &ActivityPanel::exportWanted);
}

void ActivityPanel::buildStateLine()
{
    auto *row = new QHBoxLayout(m_stateLine);
    row->setContentsMargins(8, 0, 4, 4);
    m_state->setWordWrap(true);
    row->addWidget(m_state, 1);
    row->addWidget(m_stateButton);
    connect(m_stateButton, &QPushButton::clicked, this, &ActivityPanel::goOn);
}

void ActivityPanel::lead()
{
    if (const auto activity = selected()) {
        Q_EMIT roomWanted(activity->room);
        Q_EMIT captureWanted(activity->sequence);
    }
}

void ActivityPanel::letGoOf(const QModelIndex & /*parent*/, int first, int last)
{
    const int current = m_view->currentIndex().row();
    if (current < first || current > last)
        return;
    m_view->clearSelection();
    m_view->setCurrentIndex({});
}

std::optional<Activity> ActivityPanel::selected() const
{
    const QModelIndex current = m_view->currentIndex();
    return current.isValid() ? std::optional(m_activities.activity(current.row())) : std::nullopt;
}

void ActivityPanel::setRoom(const std::optional<RoomId> &room)
{
    m_room = room;
    m_filterBar->setRoom(room);
}

void ActivityPanel::showUpTo(std::optional<Sequence> last)
{
    m_activities.showUpTo(last);
    m_follow->follow();
}

void ActivityPanel::showExport(const QString &message, bool isRunning)
{
    m_exportText = message;
    m_isExporting = isRunning;
    m_export->setEnabled(!isRunning);
    showState();
}

void ActivityPanel::goOn()
{
    if (!m_exportText.isEmpty() && !m_isExporting) {
        m_exportText.clear();
        showState();
    } else {
        m_activities.loadEarlier();
    }
}

void ActivityPanel::showState()
{
    const QString lookedTo = QString::number(m_activities.lookedBackTo().value());
    const bool isEmpty = m_activities.rowCount() == 0;
    QString text;
    QString button;
    if (!m_exportText.isEmpty()) {
        text = m_exportText;
        button = m_isExporting ? QString() : tr("Close");
    } else if (!m_activities.trouble().isEmpty()) {
        text = tr("What was before #%1 cannot be read: %2").arg(lookedTo, visibleText(m_activities.trouble()));
        button = tr("Try again");
    } else if (m_activities.isLoading()) {
        text = tr("Looking for what was before #%1…").arg(lookedTo);
    } else if (isEmpty && !m_activities.reachesBeginning()) {
        text = tr("Nothing of the kind since #%1").arg(lookedTo);
        button = tr("Look further back");
    } else if (m_activities.shownUpTo()) {
        text = tr("Not live: nothing after #%1 is shown").arg(m_activities.shownUpTo()->value());
    } else if (!m_activities.isLive()) {
        text = tr("What came last is not in this list: follow shows it");
    }
    m_state->setText(text);
    m_stateButton->setText(button);
    m_stateButton->setVisible(!button.isEmpty());
    m_stateLine->setVisible(!text.isEmpty());

    const bool isFiltered = !m_activities.filter().isEmpty();
    m_empty->setTexts(m_activities.isLoading() ? tr("Looking into the journal")
                      : isFiltered             ? tr("Nothing matches")
                                               : tr("Nothing has happened yet"),
                      isFiltered ? tr("Change the filter above to see more.")
                                 : tr("What callbacks change in their rooms is told here, a line each."));
    m_pages->setCurrentIndex(isEmpty ? 1 : 0);
    m_fit->setWanted(ActivityModel::RoomColumn, !m_activities.filter().room);
}

void ActivityPanel::showFollow()
{
    m_activities.setReading(!m_follow->isFollowing());
    if (m_follow->isFollowing())
        m_activities.follow();
    const int count = m_follow->newRows();
    m_followButton->setText(count > 0 ? tr("%n new — follow", nullptr, count) : tr("Follow"));
    m_followButton->setAccessibleName(m_followButton->text());
    m_followButton->setVisible(!m_follow->isFollowing());
    placeFollowButton();
}

void ActivityPanel::placeFollowButton()
{
    constexpr int margin = 8;
    m_followButton->adjustSize();
    const QRect area(m_view->viewport()->mapTo(this, QPoint(0, 0)), m_view->viewport()->size());
    m_followButton->move(area.right() - m_followButton->width() - margin,
                         area.bottom() - m_followButton->height() - margin);
    m_followButton->raise();
}

void ActivityPanel::loadWhenAtTop()
{
    // A search that failed is repeated by its button only.
    const bool isNear = m_view->rowAt(0) >= 0 && m_view->rowAt(0) < nearTop;
    if (isNear && !m_follow->isFollowing() && m_activities.trouble().isEmpty())
        m_activities.loadEarlier();
}

void ActivityPanel::fillMenu(QMenu &menu)
{
    const auto activity = selected();
    if (!activity)
        return;
    menu.addAction(symbolicIcon(u"copy"_s), tr("&Copy the sentence"), this,
                   [activity] { QGuiApplication::clipboard()->setText(ActivityWords::sentence(*activity)); });
    menu.addSeparator();
    const auto user = activity->user ? activity->user : activity->by;
    if (user)
        menu.addAction(tr("Only this &user"), this, [this, user] { m_filterBar->setUser(*user); });
    menu.addAction(tr("Only this &room"), this, [this, activity] {
        Q_EMIT roomWanted(activity->room);
        m_filterBar->setThisRoomOnly(true);
    });
    menu.addAction(tr("&Everything"), this, [this] { m_filterBar->clear(); })
        ->setEnabled(!m_activities.filter().isEmpty());
    menu.addSeparator();
    if (activity->seat)
        menu.addAction(symbolicIcon(u"history"_s), tr("History of this &seat"), this,
                       [this, activity] { Q_EMIT seatHistoryWanted(activity->room, *activity->seat); });
    if (user)
        menu.addAction(symbolicIcon(u"history"_s), tr("&History of this user"), this,
                       [this, user] { Q_EMIT userHistoryWanted(*user); });
}

void ActivityPanel::showMenu(const QPoint &place)
{
    if (!selected())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu);
    menu->popup(m_view->viewport()->mapToGlobal(place));
}

void ActivityPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeFollowButton();
}

} // namespace seatscope
