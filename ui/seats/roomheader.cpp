// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/seats/roomheader.h"

#include "ui/text/visibletext.h"
#include "ui/text/words.h"
#include "ui/theme/iconview.h"
#include "ui/theme/symbolicicon.h"
#include "ui/theme/widgets.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace seatscope {

using namespace Qt::StringLiterals;

RoomHeader::RoomHeader(QWidget *parent)
    : QWidget(parent),
      m_top(new QHBoxLayout),
      m_id(heading({}, this)),
      m_product(plainLabel({}, this)),
      m_taken(plainLabel({}, this)),
      m_locked(plainLabel({}, this)),
      m_assumptionIcon(new IconView({}, 16, this)),
      m_assumption(plainLabel({}, this))
{
    m_id->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_id->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *facts = new QHBoxLayout;
    facts->setSpacing(16);
    facts->addWidget(m_product);
    facts->addWidget(m_taken);
    facts->addWidget(m_locked);
    facts->addStretch();
    auto *note = new QHBoxLayout;
    note->setSpacing(4);
    note->addWidget(m_assumptionIcon);
    note->addWidget(m_assumption);
    facts->addLayout(note);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(4);
    m_top->setSpacing(8);
    m_top->addWidget(m_id, 1);
    column->addLayout(m_top);
    column->addLayout(facts);
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

QString RoomHeader::productText(const RoomState &room)
{
    QString product = tr("Product: %1").arg(Words::product(room.product));
    switch (room.status()) {
    case RoomStatus::Destroyed:
        return tr("%1 · destroyed by #%2").arg(product).arg(room.destroyed->sequence.value());
    case RoomStatus::Active:
        return tr("%1 · created by #%2").arg(product).arg(room.created->sequence.value());
    case RoomStatus::NotSeenCreated:
        break;
    }
    return product;
}

void RoomHeader::show(const RoomState &room)
{
    const auto taken = std::count_if(room.seats.begin(), room.seats.end(),
                                     [](const SeatState &seat) { return seat.user.has_value(); });
    const auto locked =
        std::count_if(room.seats.begin(), room.seats.end(), [](const SeatState &seat) { return seat.locked; });
    m_roomId = room.id.text();
    m_name = room.name ? room.name->value : QString();
    m_product->setText(productText(room));
    m_taken->setText(tr("Seats taken: %1 of %2").arg(taken).arg(room.seats.size()));
    m_locked->setText(tr("Locked: %1").arg(locked));
    m_assumption->setText(assumptionText(room));
    m_assumption->setToolTip(plainToolTip(
        tr("No source says whether a seat list is full or holds only the changed seats. This is how the newest list "
           "of this room was read.")));
    showId();
    m_assumptionIcon->setIcon(room.ambiguous ? symbolicIcon(u"ambiguous"_s, Tint::Warn)
                                             : symbolicIcon(u"info"_s, Tint::Muted));
}

void RoomHeader::showId()
{
    const QString name = visibleText(m_name);
    const QString id = name.isEmpty() ? visibleText(m_roomId) : tr("%1 · %2").arg(visibleText(m_roomId), name);
    const int corner = m_corner == nullptr ? 0 : m_corner->sizeHint().width() + m_top->spacing();
    m_id->setText(m_id->fontMetrics().elidedText(id, Qt::ElideMiddle, qMax(80, width() - 16 - corner)));
    m_id->setToolTip(plainToolTip(m_name.isEmpty() ? m_roomId : m_roomId + u'\n' + m_name));
    m_id->setAccessibleName(tr("Room %1").arg(id));
}

void RoomHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showId();
}

} // namespace seatscope
