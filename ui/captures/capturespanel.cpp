// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/captures/capturespanel.h"

#include "ui/captures/capturedelegate.h"
#include "ui/captures/followmode.h"
#include "ui/captures/markactions.h"
#include "ui/filter/filterbar.h"
#include "ui/filter/filterterms.h"
#include "ui/text/sizetext.h"
#include "ui/theme/columnfit.h"
#include "ui/theme/emptypage.h"
#include "ui/theme/symbolicicon.h"
#include "ui/theme/widgets.h"
#include "ui/timeline/notliveline.h"

#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace seatscope {

using namespace Qt::StringLiterals;

CapturesPanel::CapturesPanel(CaptureFilterModel &captures, const Clock &clock, QWidget *parent)
    : QWidget(parent),
      m_captures(captures),
      m_texts(clock),
      m_filter(new FilterBar(captures, clock, this)),
      m_notLive(new NotLiveLine(tr("Not live: what came after %1 is greyed"), this)),
      m_view(new QTableView(this)),
      m_empty(new EmptyPage(symbolicIcon(u"capture"_s, Tint::Muted), {}, {}, this)),
      m_pages(new QStackedWidget(this)),
      m_followButton(new QPushButton(this))
{
    m_texts.setSourceModel(&captures);
    buildView();
    m_follow = new FollowMode(m_view);
    m_marks = new MarkActions(m_view);
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_filter);
    column->addWidget(m_notLive);
    column->addWidget(m_pages);

    m_followButton->setIcon(symbolicIcon(u"follow"_s));
    m_followButton->setToolTip(tr("Go to the newest capture and stay there"));
    m_followButton->hide();
    connect(m_followButton, &QPushButton::clicked, this, &CapturesPanel::follow);
    connect(m_follow, &FollowMode::changed, this, &CapturesPanel::showFollowButton);
    connect(&captures, &QAbstractItemModel::rowsInserted, this, &CapturesPanel::showRightPage);
    connect(&captures, &QAbstractItemModel::rowsRemoved, this, &CapturesPanel::showRightPage);
    connect(&captures, &CaptureFilterModel::progressChanged, this, &CapturesPanel::showRightPage);
    connect(m_filter, &FilterBar::left, m_view, qOverload<>(&QWidget::setFocus));
    // The view lets go of what is selected; that is not a person's doing.
    connect(&m_texts, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_isResetting = true; });
    connect(&m_texts, &QAbstractItemModel::modelReset, this, [this] {
        m_isResetting = false;
        restoreSelection();
        showRightPage();
    });
    connect(&m_texts, &QAbstractItemModel::rowsInserted, this, &CapturesPanel::restoreSelection);
    showRightPage();
}

void CapturesPanel::buildView()
{
    m_view->setModel(&m_texts);
    m_view->setItemDelegate(new CaptureDelegate(m_view));
    prepareTable(m_view, tr("Captures"));
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection); // several are marked at once
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, &CapturesPanel::showMenu);
    QHeaderView *header = m_view->horizontalHeader();
    header->setMinimumSectionSize(40);
    const QFont fixed = fixedFont();
    const auto width = [this](const QString &sample, const QFont &font, bool withIcon = false) {
        return columnWidth(m_view, sample, font, withIcon);
    };
    using Log = CaptureLogModel;
    const int flags = width(tr("duplicate of #%1").arg(1234), font(), true);
    const int status = width(u"status"_s, fixed);
    const int size = width(sizeText(1023 * 1024 + 512), fixed);
    header->resizeSection(Log::StatusColumn, status);
    header->resizeSection(Log::SizeColumn, size);
    // What is long, or told elsewhere too, gives way to the flags.
    m_fit = new ColumnFit(
        m_view,
        {{Log::NoteColumn, width(tr("why does alice leave here?"), font()), width(tr("a short note"), font())},
         {Log::VerdictColumn, width(tr("refused: stale signature"), font(), true), width(tr("accepted"), font(), true)},
         {Log::OperatorColumn, width(u"administrator"_s, fixed), width(u"ad…or"_s, fixed)},
         {Log::TimeColumn, width(u"00:00:00.000 000"_s, fixed), width(u"00:00:00.000…"_s, fixed)},
         {Log::RoomColumn, width(u"live_100000001"_s, fixed), width(u"live…001"_s, fixed)},
         {Log::SequenceColumn, width(u"1234567"_s, fixed), width(u"12345"_s, fixed)},
         {Log::DelayColumn, width(u"+9999 ms"_s, fixed), width(u"+9999 ms"_s, fixed)},
         {Log::CommandColumn, width(u"Mic.CallbackAfterSeatInfoChanged"_s, font()), width(u"M…Changed"_s, font())}},
        flags);
    // The flags take what is left: they are the one cell whose length is open.
    header->setSectionResizeMode(Log::FlagsColumn, QHeaderView::Stretch);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CapturesPanel::currentChanged);
    connect(m_view, &QTableView::doubleClicked, this, [this] {
        if (const auto room = selectedRoom())
            Q_EMIT roomWanted(*room);
    });
}

void CapturesPanel::currentChanged()
{
    const auto sequence = selected();
    if (m_isResetting || !sequence)
        return;
    // What is selected again, because the filter lets it pass again, is shown already.
    const bool isOther = m_chosen != sequence;
    m_chosen = sequence;
    if (isOther)
        Q_EMIT captureSelected(*sequence);
}

void CapturesPanel::restoreSelection()
{
    if (!m_chosen || m_view->currentIndex().isValid())
        return;
    const int row = m_captures.rowOf(*m_chosen);
    if (row < 0)
        return;
    const bool isFollowing = m_follow->isFollowing();
    m_view->selectRow(row);
    if (isFollowing)
        m_follow->follow();
}

std::optional<Sequence> CapturesPanel::selected() const
{
    const QModelIndex current = m_view->currentIndex();
    return current.isValid() ? std::optional(m_captures.sequenceAt(current.row())) : std::nullopt;
}

std::vector<Sequence> CapturesPanel::selectedSequences() const
{
    std::vector<Sequence> sequences;
    for (const QItemSelectionRange &range : m_view->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            sequences.push_back(m_captures.sequenceAt(row));
    }
    std::ranges::sort(sequences);
    return sequences;
}

std::optional<RoomId> CapturesPanel::selectedRoom() const
{
    const QVariant room = m_view->currentIndex().data(CaptureLogModel::RoomIdRole);
    return room.isValid() ? std::optional(RoomId(room.toString())) : std::nullopt;
}

void CapturesPanel::step(int steps)
{
    const int rows = m_texts.rowCount();
    if (rows == 0)
        return;
    const QModelIndex current = m_view->currentIndex();
    m_view->selectRow(current.isValid() ? qBound(0, current.row() + steps, rows - 1) : rows - 1);
}

void CapturesPanel::select(Sequence sequence)
{
    if (const int row = m_captures.rowOf(sequence); row >= 0) {
        m_view->selectRow(row);
    } else if (m_captures.isInLog(sequence)) {
        m_view->clearSelection();
        m_view->setCurrentIndex({});
        m_chosen = sequence;
        Q_EMIT captureSelected(sequence);
    }
}

void CapturesPanel::focusFilter()
{
    m_filter->focusField();
}

void CapturesPanel::setFilter(const QString &filter)
{
    m_filter->setFilter(filter);
}

void CapturesPanel::showMenu(const QPoint &place)
{
    const QModelIndex index = m_view->indexAt(place);
    if (!index.isValid())
        return;
    auto *menu = new QMenu(m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    FilterTerms::addTo(*menu, FilterTerms::ofCell(index), filter(),
                       [this](const QString &filter) { setFilter(filter); });
    menu->addSeparator();
    menu->addActions(m_view->actions());
    menu->popup(m_view->viewport()->mapToGlobal(place));
}

void CapturesPanel::follow()
{
    m_follow->follow();
}

void CapturesPanel::setMoment(std::optional<Sequence> moment)
{
    m_texts.setMoment(moment);
    m_notLive->setMoment(moment);
    if (moment && !m_isInPast) {
        m_wasFollowing = m_follow->isFollowing();
        m_follow->stop();
    }
    const bool returns = m_isInPast && !moment;
    m_isInPast = moment.has_value();
    if (returns && m_wasFollowing)
        m_follow->follow();
    if (!moment)
        return;
    if (const int row = m_captures.rowUpTo(*moment); row >= 0) {
        m_view->selectRow(row);
        return;
    }
    m_chosen.reset();
    m_view->setCurrentIndex({});
    m_view->clearSelection();
    m_view->scrollToTop();
}

void CapturesPanel::setHadCaptures(bool had)
{
    m_hadCaptures = had;
    showRightPage();
}

void CapturesPanel::showFollowButton()
{
    const int count = m_follow->newRows();
    m_followButton->setText(count > 0 ? tr("%n new — follow", nullptr, count) : tr("Follow"));
    m_followButton->setAccessibleName(m_followButton->text());
    m_followButton->setVisible(!m_follow->isFollowing() && m_texts.rowCount() > 0);
    placeFollowButton();
}

void CapturesPanel::placeFollowButton()
{
    // Over the flags, which are short mostly.
    constexpr int margin = 8;
    m_followButton->adjustSize();
    const QRect area(m_view->viewport()->mapTo(this, QPoint(0, 0)), m_view->viewport()->size());
    m_followButton->move(area.left() + area.width() * 7 / 10 - m_followButton->width() / 2,
                         area.bottom() - m_followButton->height() - margin);
    m_followButton->raise();
}

void CapturesPanel::showRightPage()
{
    m_pages->setCurrentIndex(m_texts.rowCount() > 0 ? 0 : 1);
    m_followButton->setVisible(!m_follow->isFollowing() && m_texts.rowCount() > 0);
    using State = SearchProgress::State;
    const State state = m_captures.progress().state;
    if (m_captures.logCount() > 0 && state == State::Searching)
        m_empty->setTexts(tr("Searching"), tr("Nothing has passed the filter so far."));
    else if (m_captures.logCount() > 0 && (state == State::Stopped || state == State::Failed))
        m_empty->setTexts(tr("Nothing found so far"), tr("The search has not come to its end."));
    else if (m_captures.logCount() > 0 && state == State::Done)
        m_empty->setTexts(tr("No capture passes the filter"), tr("Clear the filter to see all captures."));
    else if (m_hadCaptures)
        m_empty->setTexts(tr("No capture is left"),
                          tr("All that came was beyond the limits of the journal. File ▸ Settings ▸ "
                             "Journal says how much it keeps, and for how long."));
    else
        m_empty->setTexts(tr("Nothing captured yet"),
                          tr("Every request that reaches the port is listed here, refused ones too."));
}

void CapturesPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // In a narrow log a sign among the flags tells that there is a note.
    constexpr int wideEnough = 1100;
    m_fit->setWanted(CaptureLogModel::NoteColumn, width() >= wideEnough);
    placeFollowButton();
}

} // namespace seatscope
