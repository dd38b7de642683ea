// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/seats/seatspanel.h"

#include "ui/seats/findingsbutton.h"
#include "ui/seats/litcells.h"
#include "ui/seats/noseatswords.h"
#include "ui/seats/readingbutton.h"
#include "ui/seats/roomheader.h"
#include "ui/seats/seatdelegate.h"
#include "ui/seats/seatmap.h"
#include "ui/text/visibletext.h"
#include "ui/theme/emptypage.h"
#include "ui/theme/symbolicicon.h"
#include "ui/theme/widgets.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace seatscope {

using namespace Qt::StringLiterals;

SeatsPanel::SeatsPanel(RoomModel &rooms, SeatModel &seats, const Clock &clock, QWidget *parent)
    : QWidget(parent),
      m_rooms(rooms),
      m_texts(clock),
      m_header(new RoomHeader(this)),
      m_switch(new ArrangementSwitch(this)),
      m_view(new QTableView(this)),
      m_views(new QSplitter(Qt::Horizontal, this)),
      m_empty(new EmptyPage(symbolicIcon(u"seat"_s, Tint::Muted), {}, {}, this)),
      m_pages(new QStackedWidget(this))
{
    m_texts.setSourceModel(&seats);
    m_tiles.setSourceModel(&seats);
    m_view->setModel(&m_texts);
    m_lit = new LitCells(m_view, clock);
    m_view->setItemDelegate(new SeatDelegate(*m_lit, m_view));
    m_map = new SeatMap(&m_tiles, clock, this);
    buildView();
    buildPages();
    joinSelections();

    connect(&rooms, &QAbstractItemModel::dataChanged, this, &SeatsPanel::refresh);
    connect(&rooms, &QAbstractItemModel::rowsInserted, this, &SeatsPanel::refresh);
    connect(&rooms, &QAbstractItemModel::rowsRemoved, this, &SeatsPanel::refresh);
    connect(&seats, &QAbstractItemModel::rowsInserted, this, &SeatsPanel::refresh);
    connect(&seats, &QAbstractItemModel::rowsRemoved, this, &SeatsPanel::refresh);
    connect(&seats, &QAbstractItemModel::modelReset, this, &SeatsPanel::refresh);
    connect(m_header->findings(), &FindingsButton::captureWanted, this, &SeatsPanel::captureWanted);
    connect(m_header->reading(), &ReadingButton::choiceWanted, this, &SeatsPanel::choiceWanted);
    connect(m_switch, &ArrangementSwitch::changed, this, &SeatsPanel::arrange);
    arrange();
    refresh();
}

void SeatsPanel::buildPages()
{
    m_views->addWidget(m_view);
    m_views->addWidget(m_map);
    m_views->setChildrenCollapsible(false);
    m_views->setStretchFactor(0, 3);
    m_views->setStretchFactor(1, 2);
    m_pages->addWidget(m_views);
    m_pages->addWidget(m_empty);

    m_header->setCorner(m_switch);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_pages, 1);
}

void SeatsPanel::joinSelections()
{
    // Both views have the seats in the same rows, but the table has a cell for each of their facts.
    const auto follow = [this](QAbstractItemView *leader, QAbstractItemView *follower) {
        const auto copy = [leader, follower] {
            // While rows come, one has them and the other does not yet; each keeps its selection by itself.
            if (leader->model()->rowCount() != follower->model()->rowCount())
                return;
            const QModelIndexList chosen = leader->selectionModel()->selectedIndexes();
            const QModelIndexList present = follower->selectionModel()->selectedIndexes();
            const int row = chosen.isEmpty() ? -1 : chosen.first().row();
            if (row == (present.isEmpty() ? -1 : present.first().row()))
                return;
            if (row < 0)
                follower->clearSelection();
            else
                follower->selectionModel()->setCurrentIndex(
                    follower->model()->index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        };
        connect(leader->selectionModel(), &QItemSelectionModel::selectionChanged, this, copy);
    };
    follow(m_view, m_map);
    follow(m_map, m_view);
}

void SeatsPanel::arrange()
{
    const SeatArrangement arrangement = m_switch->arrangement();
    m_view->setVisible(arrangement != SeatArrangement::Map);
    m_map->setVisible(arrangement != SeatArrangement::Table);
}

void SeatsPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool fitBeside = width() >= bothWidth;
    m_views->setOrientation(fitBeside ? Qt::Horizontal : Qt::Vertical);
    m_switch->setBothFit(fitBeside || height() >= bothHeight);
}

void SeatsPanel::buildView()
{
    prepareTable(m_view, tr("Seats of the chosen room"));
    QHeaderView *header = m_view->horizontalHeader();
    const auto fit = [this, header](int column, const QString &sample, const QFont &font, bool withIcon) {
        header->resizeSection(column, columnWidth(m_view, sample, font, withIcon));
    };
    QFont bold = font();
    bold.setBold(true);
    fit(SeatModel::SeatColumn, u"seats"_s, fixedFont(), false);
    fit(SeatModel::LockColumn, tr("LOCKED"), bold, true);
    fit(SeatModel::VideoColumn, tr("FORBIDDEN"), bold, true);
    fit(SeatModel::AudioColumn, tr("FORBIDDEN"), bold, true);
    fit(SeatModel::SinceColumn, u"#12345  00:00:00"_s, fixedFont(), false);
    fit(SeatModel::ByColumn, u"moderator"_s, fixedFont(), false);
    header->setSectionResizeMode(SeatModel::UserColumn, QHeaderView::Stretch);
    header->setMinimumSectionSize(40);
}

void SeatsPanel::setRoom(const RoomId &room)
{
    m_room = room;
    refresh();
}

void SeatsPanel::setMoment(const RoomsAtPtr &moment)
{
    m_isInPast = moment != nullptr;
    m_since = moment ? moment->since : std::nullopt;
    refresh();
}

void SeatsPanel::setAssumptions(const Assumptions &assumptions)
{
    m_assumptions = assumptions;
    refresh();
}

void SeatsPanel::refresh()
{
    const RoomStatePtr state = m_room ? m_rooms.room(m_rooms.rowOf(*m_room)) : nullptr;
    m_header->setVisible(state != nullptr);
    if (state)
        m_header->show(*state, m_rooms.findings(m_rooms.rowOf(*m_room)), m_assumptions);
    if (!state && m_since)
        m_empty->setTexts(tr("No longer known"),
                          tr("What captures before #%1 told is gone; seats may be missing.").arg(m_since->value()));
    else if (!state && m_isInPast)
        m_empty->setTexts(tr("Not known yet"),
                          m_room ? tr("By this moment no callback had told of room %1.").arg(visibleId(m_room->text()))
                                 : tr("By this moment no callback had told of a room."));
    else if (!state)
        m_empty->setTexts(tr("No room is chosen"), tr("The first seat callback that comes shows its room here."));
    else
        m_empty->setTexts(NoSeatsWords::title(*state), NoSeatsWords::advice(*state));
    m_pages->setCurrentWidget(state && m_texts.rowCount() > 0 ? static_cast<QWidget *>(m_views) : m_empty);
}

} // namespace seatscope
