// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/seats/seattiledelegate.h"

#include "model/tables/seatmodel.h"
#include "ui/seats/litcells.h"
#include "ui/text/initials.h"
#include "ui/text/visibletext.h"
#include "ui/theme/avatar.h"
#include "ui/theme/paintcached.h"
#include "ui/theme/tints.h"
#include "ui/theme/widgets.h"

#include <QPainter>

#include <algorithm>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// Half the gap between two cards, and from a card's upper edge to what it holds.
constexpr int margin = 4;
/// From a card's left edge, with its bar when it is lit, to what it holds.
constexpr int padding = 6;
constexpr double radius = 6;
/// No tile is wide enough for more.
constexpr qsizetype longestShownId = 200;

void drawLine(QPainter *painter, const QRect &line, Qt::Alignment alignment, const QString &text, const QFont &font,
              const QColor &color)
{
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(line, static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                      QFontMetrics(font).elidedText(text, Qt::ElideMiddle, line.width()));
}

/// Where a pen of one pixel draws the edge of \a card.
QRectF outlineOf(const QRect &card)
{
    constexpr double halfPen = 0.5;
    return QRectF(card).adjusted(halfPen, halfPen, -halfPen, -halfPen);
}

QRect squareIn(const QRect &place, int side)
{
    QRect square(0, 0, side, side);
    square.moveCenter(place.center());
    return square;
}

} // namespace

/// What of a seat is drawn, and with which colours.
struct SeatTileDelegate::Tile {
    QRect card;
    QPalette palette;
    QString number;
    std::optional<QString> user;
    qint64 since = 0;
    bool isLocked = false, isCameraForbidden = false, isMicForbidden = false, isStale = false;
    bool isSelected = false, isFocused = false;
    double lit = 0;

    Tile(const QStyleOptionViewItem &option, const QModelIndex &index, double strength)
        : card(option.rect.adjusted(margin, margin, -margin, -margin)),
          palette(option.palette),
          number(QString::number(index.data(SeatModel::SeatIndexRole).toInt())),
          since(index.data(SeatModel::SinceSequenceRole).toLongLong()),
          isLocked(index.data(SeatModel::LockedRole).toBool()),
          isCameraForbidden(index.data(SeatModel::VideoDisabledRole).toBool()),
          isMicForbidden(index.data(SeatModel::AudioDisabledRole).toBool()),
          isStale(index.data(SeatModel::StaleRole).toBool()),
          isSelected(option.state.testFlag(QStyle::State_Selected)),
          isFocused(option.state.testFlag(QStyle::State_HasFocus)),
          lit(strength)
    {
        if (const QVariant id = index.data(SeatModel::UserRole); id.isValid())
            user = id.toString();
    }

    [[nodiscard]] QRect inside() const { return card.adjusted(padding, margin, -padding, -margin); }
    [[nodiscard]] QIcon::Mode iconMode() const { return isSelected ? QIcon::Selected : QIcon::Normal; }
    [[nodiscard]] QColor color(Tint tint) const
    {
        if (isSelected)
            return palette.color(QPalette::Active, QPalette::HighlightedText);
        // Tints are readable on the plain base only.
        return lit > 0 ? palette.color(QPalette::Active, QPalette::Text) : tintColor(tint, palette);
    }
    /// For what the newest list may have passed over, as in the seat table.
    [[nodiscard]] QFont mentionFont() const
    {
        QFont font = fixedFont();
        font.setItalic(isStale);
        return font;
    }
};

SeatTileDelegate::SeatTileDelegate(const LitCells &lit, QObject *parent) : QStyledItemDelegate(parent), m_lit(lit) {}

QSize SeatTileDelegate::sizeHint(const QStyleOptionViewItem & /*option*/, const QModelIndex & /*index*/) const
{
    return m_layout.tile;
}

void SeatTileDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tile tile(option, index, m_lit.strength(index));
    painter->save();
    paintCard(painter, tile);
    if (m_layout.form == TileForm::Tiny)
        paintTiny(painter, tile);
    else
        paintLines(painter, tile);
    painter->restore();
}

void SeatTileDelegate::paintCard(QPainter *painter, const Tile &tile) const
{
    const auto active = [&tile](QPalette::ColorRole role) { return tile.palette.color(QPalette::Active, role); };
    const QColor ground = tile.isSelected ? active(QPalette::Highlight) : litColor(tile.palette, tile.lit);
    const QPen edge = tile.user ? QPen(active(QPalette::Mid)) : QPen(tile.color(Tint::Muted), 1, Qt::DashLine);
    const auto draw = [&ground, &edge](QPainter *target, const QRect &card) {
        target->setRenderHint(QPainter::Antialiasing);
        target->setBrush(ground);
        target->setPen(edge);
        target->drawRoundedRect(outlineOf(card), radius, radius);
    };
    // The grounds of a fading light would fill the cache, and each is seen once.
    if (tile.lit > 0)
        draw(painter, tile.card);
    else
        paintCached(painter, tile.card,
                    u"card/%1/%2/%3"_s.arg(ground.name(), edge.color().name()).arg(static_cast<int>(edge.style())),
                    draw);
    if (tile.lit > 0) {
        constexpr int barWidth = 3;
        const QRect bar(tile.card.left(), tile.card.top() + margin, barWidth, tile.card.height() - 2 * margin);
        painter->fillRect(bar, active(tile.isSelected ? QPalette::HighlightedText : QPalette::Highlight));
    }
    if (tile.isFocused) {
        constexpr double focusPen = 2;
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(active(QPalette::Text), focusPen));
        painter->setRenderHint(QPainter::Antialiasing);
        painter->drawRoundedRect(outlineOf(tile.card).adjusted(-1.5, -1.5, 1.5, 1.5), radius + 1, radius + 1);
    }
}

void SeatTileDelegate::paintSigns(QPainter *painter, const Tile &tile, const QRect &place) const
{
    // A line from the right, or a column from the bottom, so that the number has its line to itself for longest.
    const bool isColumn = place.height() > place.width();
    const int side = qMin(place.width(), place.height());
    QRect next(place.right() - side + 1, place.bottom() - side + 1, side, side);
    const auto draw = [&](bool wanted, const QIcon &icon) {
        if (!wanted)
            return;
        icon.paint(painter, next, Qt::AlignCenter, tile.iconMode());
        next.translate(isColumn ? QPoint(0, -side - 1) : QPoint(-side - 2, 0));
    };
    draw(tile.isMicForbidden, m_icons.microphone(true));
    draw(tile.isCameraForbidden, m_icons.camera(true));
    // Larger tiles have its word, and empty ones have it in the place of the avatar.
    draw(m_layout.form == TileForm::Tiny && tile.isLocked && tile.user, m_icons.lock(true));
}

void SeatTileDelegate::paintAvatar(QPainter *painter, const Tile &tile, const QRect &place) const
{
    const QRect square = squareIn(place, m_layout.avatar);
    if (tile.user) {
        Avatar::paint(painter, square, *tile.user, tile.palette);
        return;
    }
    const bool isTiny = m_layout.form == TileForm::Tiny;
    if (!isTiny)
        Avatar::paintVacant(painter, square, tile.color(Tint::Muted));
    if (tile.isLocked) {
        const int side = isTiny ? m_layout.avatar * 4 / 5 : m_layout.avatar / 2;
        m_icons.lock(true).paint(painter, squareIn(square, side), Qt::AlignCenter, tile.iconMode());
    }
}

void SeatTileDelegate::paintTiny(QPainter *painter, const Tile &tile) const
{
    const QFont words = painter->font();
    const QRect inside = tile.inside();
    const int sign = inside.height() / 3 - 1;
    const QRect signs(inside.right() - sign + 1, inside.top(), sign, inside.height());
    const QFont font = tile.mentionFont();
    const int line = QFontMetrics(font).height();
    const bool hasAllSigns = tile.isLocked && tile.isMicForbidden && tile.isCameraForbidden;
    drawLine(painter, inside.adjusted(0, 0, hasAllSigns ? -sign - 1 : 0, line - inside.height()), Qt::AlignLeft,
             tile.number, font, tile.color(Tint::Muted));
    const QRect left = inside.adjusted(0, line, -sign - 2, 0);
    if (!tile.user && !tile.isLocked)
        drawLine(painter, left, Qt::AlignHCenter, tr("free"), words, tile.color(Tint::Muted));
    else
        paintAvatar(painter, tile, left);
    paintSigns(painter, tile, signs);
}

void SeatTileDelegate::paintLines(QPainter *painter, const Tile &tile) const
{
    const QFont words = painter->font();
    const QRect inside = tile.inside();
    const int line = QFontMetrics(tile.mentionFont()).height();
    const auto lineAt = [&inside, line](int y) { return QRect(inside.left(), y, inside.width(), line); };

    const QRect top = lineAt(inside.top());
    const QRect signs = top.adjusted(top.width() / 2, 0, 0, 0);
    drawLine(painter, top.adjusted(0, 0, -2 * (line + 2), 0), Qt::AlignLeft, tile.number, tile.mentionFont(),
             tile.color(Tint::Muted));
    paintSigns(painter, tile, signs);

    const QRect last = lineAt(inside.bottom() - line + 1);
    const QRect name = lineAt(last.top() - line);
    paintAvatar(painter, tile, QRect(QPoint(inside.left(), top.bottom()), QPoint(inside.right(), name.top())));
    if (tile.user)
        drawLine(painter, name, Qt::AlignHCenter, visibleId(cutMiddle(*tile.user, longestShownId)), fixedFont(),
                 tile.color(Tint::Text));
    else
        drawLine(painter, name, Qt::AlignHCenter, tile.isLocked ? tr("empty") : tr("free"), words,
                 tile.color(Tint::Muted));
    if (!tile.isLocked) {
        drawLine(painter, last, Qt::AlignHCenter, tr("since #%1").arg(tile.since), tile.mentionFont(),
                 tile.color(Tint::Muted));
        return;
    }
    QFont bold = words;
    bold.setBold(true);
    const QString locked = tr("LOCKED");
    const int gap = tile.user ? line : 0; // an empty seat has its padlock above
    const int width = std::min(QFontMetrics(bold).horizontalAdvance(locked) + gap, inside.width());
    QRect place = QStyle::alignedRect(Qt::LeftToRight, Qt::AlignCenter, QSize(width, line), last);
    if (tile.user)
        m_icons.lock(true).paint(painter, QRect(place.topLeft(), QSize(line - 2, line)), Qt::AlignCenter,
                                 tile.iconMode());
    place.setLeft(place.left() + gap);
    drawLine(painter, place, Qt::AlignHCenter, locked, bold, tile.color(Tint::Warn));
}

} // namespace seatscope
