// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/seats/roomheader.h"

#include "ui/seats/findingsbutton.h"
#include "ui/seats/readingbutton.h"
#include "ui/text/pluralcount.h"
#include "ui/text/visibletext.h"
#include "ui/text/words.h"
#include "ui/theme/widgets.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// Members named at most: a sender decides how many there are.
constexpr qsizetype namedMembers = 40;

/// Gives way to the other widgets of its line; its text is cut to what it gets.
void giveWay(QLabel *label)
{
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

} // namespace

RoomHeader::RoomHeader(QWidget *parent)
    : QWidget(parent),
      m_top(new QHBoxLayout),
      m_bottom(new QHBoxLayout),
      m_id(heading({}, this)),
      m_facts(plainLabel({}, this)),
      m_seats(plainLabel({}, this)),
      m_findings(new FindingsButton(this)),
      m_reading(new ReadingButton(this))
{
    giveWay(m_id);
    giveWay(m_facts);
    giveWay(m_seats);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 4);
    column->setSpacing(4);
    m_top->setSpacing(8);
    m_top->addWidget(m_id, 1);
    column->addLayout(m_top);
    column->addWidget(m_facts);
    m_bottom->setSpacing(8);
    m_bottom->addWidget(m_seats, 1);
    m_bottom->addWidget(m_findings);
    m_bottom->addWidget(m_reading);
    column->addLayout(m_bottom);
}

void RoomHeader::setCorner(QWidget *widget)
{
    m_corner = widget;
    m_top->addWidget(widget);
}

QString RoomHeader::assumptionText(const RoomState &room)
{
    if (room.ambiguous)
        return tr("ambiguous: could be full or partial, read as partial");
    return room.applied == ListAssumption::Replace ? tr("read as full list") : tr("partial lists: merged");
}

QString RoomHeader::statusText(const RoomState &room)
{
    switch (room.status()) {
    case RoomStatus::Destroyed:
        return tr("destroyed by #%1").arg(room.destroyed->sequence.value());
    case RoomStatus::Active:
        return tr("active, created by #%1").arg(room.created->sequence.value());
    case RoomStatus::NotSeenCreated:
        break;
    }
    return tr("active, not seen created");
}

QString RoomHeader::membersText(const RoomState &room)
{
    if (room.members.all().empty())
        return room.memberCount ? tr("members: %1").arg(room.memberCount->value) : QString();
    const auto present = std::ssize(room.presentMembers());
    if (room.members.isCut()) {
        const QString known = tr("members: %1 known by name, not all are kept").arg(present);
        return room.memberCount ? tr("%1, %2 in all").arg(known).arg(room.memberCount->value) : known;
    }
    if (!room.memberCount || room.memberCount->value == present)
        return tr("members: %1").arg(present);
    return tr("members: %1 of %2 announced by name").arg(present).arg(room.memberCount->value);
}

QString RoomHeader::seatsText(const RoomState &room)
{
    const auto taken = std::ranges::count_if(room.seats, [](const SeatState &seat) { return seat.user.has_value(); });
    const auto locked = std::ranges::count_if(room.seats, &SeatState::locked);
    QString text = tr("Seats taken: %1 of %2").arg(taken).arg(room.seats.size());
    if (room.maxSeats)
        text = tr("%1, %2 at most").arg(text).arg(room.maxSeats->value);
    return locked == 0 ? text : tr("%1 · locked: %2").arg(text).arg(locked);
}

QString RoomHeader::factsText(const RoomState &room)
{
    constexpr qsizetype limit = 200;
    QStringList facts{Words::product(room.product), statusText(room)};
    if (room.owner)
        facts += tr("owner %1").arg(visibleId(room.owner->value.text().left(limit)));
    if (const QString members = membersText(room); !members.isEmpty())
        facts += members;
    return facts.join(u" · "_s);
}

QString RoomHeader::allFactsText(const RoomState &room)
{
    QStringList lines{tr("Room: %1").arg(visibleId(room.id.text()))};
    if (room.name)
        lines += tr("Name: %1 (#%2)").arg(room.name->value).arg(room.name->at.sequence.value());
    lines += tr("Product: %1").arg(Words::product(room.product));
    lines += tr("Status: %1").arg(statusText(room));
    if (room.owner)
        lines += tr("Owner: %1 (#%2)").arg(visibleId(room.owner->value.text())).arg(room.owner->at.sequence.value());
    if (room.maxSeats)
        lines += tr("Seats at most: %1 (#%2)").arg(room.maxSeats->value).arg(room.maxSeats->at.sequence.value());
    const std::vector<UserId> present = room.presentMembers();
    if (present.empty())
        return lines.join(u'\n');
    QStringList names;
    for (const UserId &user : present) {
        if (names.size() == namedMembers)
            break;
        names += visibleId(user.text().left(namedMembers));
    }
    const qsizetype others = std::ssize(present) - names.size();
    lines += others > 0 ? tr("Members: %1 and %n more", nullptr, pluralCount(others)).arg(names.join(u", "_s))
                        : tr("Members: %1").arg(names.join(u", "_s));
    if (room.members.isCut())
        lines += tr("More than %1 members were announced; the rest is not kept.")
                     .arg(QLocale().toString(qulonglong{MemberList::most}));
    return lines.join(u'\n');
}

void RoomHeader::show(const RoomState &room, const std::vector<RoomFinding> &findings, const Assumptions &assumptions)
{
    m_roomId = room.id.text();
    m_name = room.name ? room.name->value : QString();
    m_factsText = factsText(room);
    m_facts->setToolTip(plainToolTip(allFactsText(room)));
    m_facts->setAccessibleName(m_factsText);
    m_seatsText = seatsText(room);
    m_seats->setToolTip(m_seatsText);
    m_seats->setAccessibleName(m_seatsText);
    m_findings->show(findings);
    m_reading->show(room, assumptions);
    elide();
}

void RoomHeader::elide()
{
    constexpr qsizetype limit = 1000; // what is longer fits nowhere, and takes time to measure
    const QString name = visibleId(m_name.left(limit));
    const QString id = visibleId(m_roomId.left(limit));
    const QString both = name.isEmpty() ? id : tr("%1 · %2").arg(id, name);
    const int corner = m_corner == nullptr ? 0 : m_corner->sizeHint().width() + m_top->spacing();
    m_id->setText(m_id->fontMetrics().elidedText(both, Qt::ElideMiddle, qMax(80, width() - 16 - corner)));
    m_id->setToolTip(plainToolTip(m_name.isEmpty() ? visibleId(m_roomId) : visibleId(m_roomId) + u'\n' + m_name));
    m_id->setAccessibleName(tr("Room %1").arg(both));
    layout()->activate();
    m_seats->setText(m_seats->fontMetrics().elidedText(m_seatsText, Qt::ElideRight, m_seats->width()));
    m_facts->setText(m_facts->fontMetrics().elidedText(m_factsText, Qt::ElideRight, qMax(80, width() - 16)));
}

void RoomHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    elide();
}

} // namespace seatscope
