// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/theme.h"

#include "ui/theme/outlinedstyle.h"

#include <QApplication>
#include <QPalette>
#include <QSettings>
#include <QStyle>

#include <array>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array schemeNames = {"system"_L1, "light"_L1, "dark"_L1};

QString settingsKey()
{
    return u"window/appearance"_s;
}

Scheme rememberedScheme()
{
    const QString name = QSettings().value(settingsKey()).toString();
    for (size_t at = 0; at < schemeNames.size(); ++at) {
        if (name == schemeNames.at(at))
            return static_cast<Scheme>(at);
    }
    return Scheme::System;
}

struct Ground {
    QRgb window, base, alternate, button, text, disabled, highlight, highlightedText, link, mid, placeholder;
};

constexpr Ground lightGround = {0xfff3f4f6, 0xffffffff, 0xfff7f8fa, 0xfff8f9fa, 0xff1d2127, 0xff8f959e,
                                0xff2f6fc4, 0xffffffff, 0xff1f5fb4, 0xffc9cdd4, 0xff6b727c};
constexpr Ground darkGround = {0xff2c3036, 0xff1b1d21, 0xff22252a, 0xff3a3f46, 0xffe4e6ea, 0xff868c96,
                               0xff2f6ab8, 0xffffffff, 0xff7db2f0, 0xff50565e, 0xff9299a3};

QPalette paletteOf(const Ground &ground)
{
    QPalette palette(QColor(ground.button), QColor(ground.window));
    const auto set = [&palette](QPalette::ColorRole role, QRgb rgb) { palette.setColor(role, QColor(rgb)); };
    set(QPalette::Window, ground.window);
    set(QPalette::Base, ground.base);
    set(QPalette::AlternateBase, ground.alternate);
    set(QPalette::Button, ground.button);
    set(QPalette::ToolTipBase, ground.button);
    set(QPalette::Mid, ground.mid);
    set(QPalette::Highlight, ground.highlight);
    set(QPalette::HighlightedText, ground.highlightedText);
    set(QPalette::Link, ground.link);
    set(QPalette::PlaceholderText, ground.placeholder);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}) {
        set(role, ground.text);
        palette.setColor(QPalette::Disabled, role, QColor(ground.disabled));
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(ground.mid));
    return palette;
}

} // namespace

Theme::Theme(QObject *parent) : QObject(parent), m_scheme(rememberedScheme())
{
    const QString style = QApplication::style()->objectName().toLower();
    if (style == "windows"_L1 || style == "fusion"_L1 || style.isEmpty())
        QApplication::setStyle(new OutlinedStyle);
    if (m_scheme != Scheme::System)
        setApplicationPalette();
}

void Theme::apply(Scheme scheme)
{
    m_scheme = scheme;
    QSettings().setValue(settingsKey(), QString(schemeNames.at(static_cast<size_t>(scheme))));
    setApplicationPalette();
}

void Theme::setApplicationPalette() const
{
    switch (m_scheme) {
    case Scheme::System:
        QApplication::setPalette(QPalette());
        break;
    case Scheme::Light:
        QApplication::setPalette(paletteOf(lightGround));
        break;
    case Scheme::Dark:
        QApplication::setPalette(paletteOf(darkGround));
        break;
    }
}

bool animationsWanted()
{
    return QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0;
}

} // namespace seatscope
