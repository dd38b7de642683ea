// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/seaticons.h"

#include "ui/theme/symbolicicon.h"

namespace seatscope {

using namespace Qt::StringLiterals;

SeatIcons::SeatIcons()
    : m_open(symbolicIcon(u"lock-open"_s, Tint::Muted)),
      m_locked(symbolicIcon(u"lock"_s, Tint::Warn)),
      m_camera(symbolicIcon(u"camera"_s, Tint::Muted)),
      m_cameraOff(symbolicIcon(u"camera-off"_s, Tint::Bad)),
      m_mic(symbolicIcon(u"mic"_s, Tint::Muted)),
      m_micOff(symbolicIcon(u"mic-off"_s, Tint::Bad))
{
}

} // namespace seatscope
