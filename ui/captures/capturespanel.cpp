// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/captures/capturespanel.h"

#include "ui/captures/capturedelegate.h"
#include "ui/captures/followmode.h"
#include "ui/text/sizetext.h"
#include "ui/theme/columnfit.h"
#include "ui/theme/emptypage.h"
#include "ui/theme/symbolicicon.h"
#include "ui/theme/widgets.h"
#include "ui/timeline/notliveline.h"

#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace seatscope {

using namespace Qt::StringLiterals;

CapturesPanel::CapturesPanel(CaptureLogModel &captures, const Clock &clock, QWidget *parent)
    : QWidget(parent),
      m_captures(captures),
      m_texts(clock),
      m_notLive(new NotLiveLine(tr("Not live: what came after %1 is greyed"), this)),
      m_view(new QTableView(this)),
      m_empty(new EmptyPage(symbolicIcon(u"capture"_s, Tint::Muted), {}, {}, this)),
      m_pages(new QStackedWidget(this)),
      m_followButton(new QPushButton(this))
{
    m_texts.setSourceModel(&captures);
    buildView();
    m_follow = new FollowMode(m_view);
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_empty);
    setHadCaptures(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_notLive);
    column->addWidget(m_pages);

    m_followButton->setIcon(symbolicIcon(u"follow"_s));
    m_followButton->setToolTip(tr("Go to the newest capture and stay there"));
    m_followButton->hide();
    connect(m_followButton, &QPushButton::clicked, this, &CapturesPanel::follow);
    connect(m_follow, &FollowMode::changed, this, &CapturesPanel::showFollowButton);
    connect(&captures, &QAbstractItemModel::rowsInserted, this, &CapturesPanel::showRightPage);
    connect(&captures, &QAbstractItemModel::rowsRemoved, this, &CapturesPanel::showRightPage);
    showRightPage();
}

void CapturesPanel::buildView()
{
    m_view->setModel(&m_texts);
    m_view->setItemDelegate(new CaptureDelegate(m_view));
    prepareTable(m_view, tr("Captures"));
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
    new ColumnFit(
        m_view,
        {{Log::VerdictColumn, width(tr("refused: stale signature"), font(), true), width(tr("accepted"), font(), true)},
         {Log::OperatorColumn, width(u"administrator"_s, fixed), width(u"ad…or"_s, fixed)},
         {Log::TimeColumn, width(u"00:00:00.000 000"_s, fixed), width(u"00:00:00.000…"_s, fixed)},
         {Log::RoomColumn, width(u"live_100000001"_s, fixed), width(u"live…001"_s, fixed)},
         {Log::SequenceColumn, width(u"1234567"_s, fixed), width(u"12345"_s, fixed)},
         {Log::DelayColumn, width(u"+9999 ms"_s, fixed), width(u"+9999 ms"_s, fixed)},
         {Log::CommandColumn, width(u"Mic.CallbackAfterSeatInfoChanged"_s, font()), width(u"M…Changed"_s, font())}},
        flags);
    // The flags take what is left: they are the one cell whose length is open.
    header->setSectionResizeMode(Log::FlagsColumn, QHeaderView::Stretch);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        if (const auto sequence = selected())
            Q_EMIT captureSelected(*sequence);
    });
    connect(m_view, &QTableView::doubleClicked, this, [this] {
        if (const auto room = selectedRoom())
            Q_EMIT roomWanted(*room);
    });
}

std::optional<Sequence> CapturesPanel::selected() const
{
    const QModelIndex current = m_view->currentIndex();
    return current.isValid() ? std::optional(m_captures.sequenceAt(current.row())) : std::nullopt;
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
    if (const int row = m_captures.rowOf(sequence); row >= 0)
        m_view->selectRow(row);
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
    m_view->setCurrentIndex({});
    m_view->clearSelection();
    m_view->scrollToTop();
}

void CapturesPanel::setHadCaptures(bool had)
{
    if (had)
        m_empty->setTexts(tr("No capture is left"),
                          tr("All that came was beyond the limits of the journal. File ▸ Settings ▸ "
                             "Journal says how much it keeps, and for how long."));
    else
        m_empty->setTexts(tr("Nothing captured yet"),
                          tr("Every request that reaches the port is listed here, refused ones too."));
}

void CapturesPanel::showFollowButton()
{
    const int count = m_follow->newRows();
    m_followButton->setText(count > 0 ? tr("%n new — follow", nullptr, count) : tr("Follow"));
    m_followButton->setAccessibleName(m_followButton->text());
    m_followButton->setVisible(!m_follow->isFollowing());
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
}

void CapturesPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeFollowButton();
}

} // namespace seatscope
