// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/tints.h"

#include <algorithm>
#include <cmath>

namespace seatscope {

namespace {

constexpr double wantedContrast = 4.5;

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QColor mixed(const QColor &from, const QColor &to, double share)
{
    const auto part = [share](float a, float b) {
        return static_cast<float>(std::clamp(a + (b - a) * share, 0.0, 1.0));
    };
    return QColor::fromRgbF(part(from.redF(), to.redF()), part(from.greenF(), to.greenF()),
                            part(from.blueF(), to.blueF()));
}

/// The tint nearest to \a color, on its way to \a text, that can be read on \a ground.
QColor readable(const QColor &color, const QColor &text, const QColor &ground)
{
    for (int tenths = 0; tenths < 10; ++tenths) {
        const QColor candidate = mixed(color, text, tenths / 10.0);
        if (contrast(candidate, ground) >= wantedContrast)
            return candidate;
    }
    return text;
}

/// How much of \a color, \a share at most, the base may take before text on it cannot be read.
double readableShare(const QPalette &palette, const QColor &color, double share)
{
    const QColor ground = palette.color(QPalette::Active, QPalette::Base);
    const QColor text = palette.color(QPalette::Active, QPalette::Text);
    while (share > 0.1 && contrast(mixed(ground, color, share), text) < wantedContrast)
        share -= 0.05;
    return share;
}

} // namespace

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

bool isDark(const QPalette &palette)
{
    return luminance(palette.color(QPalette::Base)) < luminance(palette.color(QPalette::Text));
}

QColor tintColor(Tint tint, const QPalette &palette)
{
    const QColor text = palette.color(QPalette::Active, QPalette::Text);
    const QColor ground = palette.color(QPalette::Active, QPalette::Base);
    const bool dark = isDark(palette);
    switch (tint) {
    case Tint::Text:
        return text;
    case Tint::Muted:
        return readable(mixed(text, ground, 0.5), text, ground);
    case Tint::Ok:
        return readable(QColor::fromHsl(140, dark ? 140 : 200, dark ? 150 : 80), text, ground);
    case Tint::Warn:
        return readable(QColor::fromHsl(38, dark ? 200 : 255, dark ? 155 : 85), text, ground);
    case Tint::Bad:
        return readable(QColor::fromHsl(2, dark ? 210 : 190, dark ? 175 : 105), text, ground);
    }
    return text;
}

QColor tintedGround(const QPalette &palette, const QColor &color, double share)
{
    return mixed(palette.color(QPalette::Active, QPalette::Base), color, readableShare(palette, color, share));
}

QColor litColor(const QPalette &palette, double strength)
{
    const QColor accent = palette.color(QPalette::Active, QPalette::Highlight);
    const double share = readableShare(palette, accent, 0.45);
    return mixed(palette.color(QPalette::Active, QPalette::Base), accent, share * std::clamp(strength, 0.0, 1.0));
}

} // namespace seatscope
