// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/tints.h"

#include <QIconEngine>

namespace seatscope {

/// Paints a symbolic SVG, drawn with currentColor, in a colour of the application's palette.
class SymbolicIconEngine final : public QIconEngine {
public:
    SymbolicIconEngine(const QString &name, Tint tint);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QIconEngine *clone() const override;
    [[nodiscard]] QString key() const override;

private:
    [[nodiscard]] QColor color(QIcon::Mode mode) const;
    [[nodiscard]] QPixmap rendered(const QSize &pixels, const QColor &color) const;

    QString m_name;
    QByteArray m_svg;
    Tint m_tint;
};

} // namespace seatscope
