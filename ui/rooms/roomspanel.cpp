// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/rooms/roomspanel.h"

#include "ui/rooms/roomdelegate.h"
#include "ui/theme/columnfit.h"
#include "ui/theme/emptypage.h"
#include "ui/theme/symbolicicon.h"
#include "ui/theme/widgets.h"
#include "ui/timeline/notliveline.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace seatscope {

using namespace Qt::StringLiterals;

RoomsPanel::RoomsPanel(RoomModel &rooms, const Clock &clock, QWidget *parent)
    : QWidget(parent),
      m_rooms(rooms),
      m_texts(clock),
      m_filtered(new QSortFilterProxyModel(this)),
      m_filter(new QLineEdit(this)),
      m_notLive(new NotLiveLine(tr("Not live: %1"), this)),
      m_view(new QTableView(this)),
      m_empty(new EmptyPage(symbolicIcon(u"seat"_s, Tint::Muted), {}, {}, this)),
      m_pages(new QStackedWidget(this))
{
    // Before the view hears of it.
    connect(&rooms, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { m_filtering = true; });
    m_texts.setSourceModel(&rooms);
    m_filtered->setSourceModel(&m_texts);
    m_filtered->setFilterRole(RoomModel::RoomIdRole);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);

    m_filter->setPlaceholderText(tr("Filter rooms"));
    m_filter->setAccessibleName(tr("Filter rooms by their id"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(symbolicIcon(u"search"_s, Tint::Muted), QLineEdit::LeadingPosition);
    buildView();
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_empty);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 0);
    column->setSpacing(4);
    column->addWidget(m_filter);
    column->addWidget(m_notLive);
    column->addWidget(m_pages);

    connect(m_filter, &QLineEdit::textChanged, this, &RoomsPanel::filterChanged);
    connect(m_filtered, &QAbstractItemModel::rowsInserted, this, &RoomsPanel::chooseFirst);
    connect(&rooms, &QAbstractItemModel::rowsRemoved, this, [this] {
        markChosen();
        m_filtering = false;
        showRightPage();
    });
    connect(&m_ageTimer, &QTimer::timeout, this, [this] { m_texts.refreshAges(); });
    m_ageTimer.start(1000);
    setMinimumWidth(180);
    showRightPage();
}

void RoomsPanel::buildView()
{
    m_view->setModel(m_filtered);
    m_view->setItemDelegate(new RoomDelegate(m_view));
    prepareTable(m_view, tr("Rooms"));
    QHeaderView *header = m_view->horizontalHeader();
    header->setSectionResizeMode(RoomModel::IdColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(RoomModel::TakenColumn, QHeaderView::Fixed);
    header->setSectionResizeMode(RoomModel::LastColumn, QHeaderView::Fixed);
    const QFont fixed = fixedFont();
    // The id has the room: with its signs, and enough letters to tell it from others.
    const int last = columnWidth(m_view, u"59 min"_s, fixed);
    const int taken = columnWidth(m_view, QString(RoomTextModel::longestTaken, u'0'), fixed);
    new ColumnFit(m_view, {{RoomModel::LastColumn, last, last, true}, {RoomModel::TakenColumn, taken, taken, true}},
                  columnWidth(m_view, u"live_10000"_s, fixed, true) + m_view->iconSize().width());
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RoomsPanel::currentChanged);
}

void RoomsPanel::currentChanged(const QModelIndex &current)
{
    if (m_filtering || !current.isValid())
        return;
    const RoomId room(current.data(RoomModel::RoomIdRole).toString());
    if (m_chosen == room)
        return;
    m_chosen = room;
    Q_EMIT roomChosen(room);
}

void RoomsPanel::chooseFirst()
{
    showRightPage();
    if (!m_chosen && m_filtered->rowCount() > 0)
        m_view->selectRow(0);
    else if (!m_view->currentIndex().isValid())
        markChosen(); // it may be known again
}

void RoomsPanel::setMoment(const RoomsAtPtr &moment)
{
    m_isInPast = moment != nullptr;
    m_texts.setMoment(moment ? moment->arrival : std::nullopt);
    m_notLive->setMoment(moment ? std::optional(moment->asked) : std::nullopt);
    showRightPage();
}

void RoomsPanel::choose(const RoomId &room)
{
    const int row = m_rooms.rowOf(room);
    if (row < 0)
        return;
    const QModelIndex inTexts = m_texts.index(row, 0);
    if (!m_filtered->mapFromSource(inTexts).isValid())
        m_filter->clear();
    m_view->selectRow(m_filtered->mapFromSource(inTexts).row());
}

void RoomsPanel::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void RoomsPanel::filterChanged(const QString &text)
{
    m_filtering = true;
    m_filtered->setFilterFixedString(text.trimmed());
    markChosen();
    m_filtering = false;
    chooseFirst();
}

void RoomsPanel::markChosen()
{
    const int row = m_chosen ? m_rooms.rowOf(*m_chosen) : -1;
    const QModelIndex shown = row < 0 ? QModelIndex() : m_filtered->mapFromSource(m_texts.index(row, 0));
    if (shown.isValid()) {
        m_view->selectRow(shown.row());
    } else {
        m_view->clearSelection();
        m_view->setCurrentIndex({});
    }
}

void RoomsPanel::showRightPage()
{
    const bool filtered = m_rooms.rowCount() > 0;
    if (filtered)
        m_empty->setTexts(tr("No room matches"), tr("Clear the filter to see all rooms."));
    else if (m_isInPast)
        m_empty->setTexts(tr("No room at this moment"), tr("No callback had told of a room yet."));
    else
        m_empty->setTexts(tr("No room yet"), tr("Rooms appear with their first seat callback."));
    m_pages->setCurrentWidget(m_filtered->rowCount() > 0 ? static_cast<QWidget *>(m_view) : m_empty);
}

} // namespace seatscope
