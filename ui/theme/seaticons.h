// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>

namespace seatscope {

/// The signs of a seat's states, the same wherever seats are shown. Gui thread.
class SeatIcons {
public:
    SeatIcons();

    /// A padlock, closed when nobody may take the seat.
    [[nodiscard]] const QIcon &lock(bool locked) const { return locked ? m_locked : m_open; }
    /// A camera, crossed out when video is forbidden.
    [[nodiscard]] const QIcon &camera(bool disabled) const { return disabled ? m_cameraOff : m_camera; }
    /// A microphone, crossed out when audio is forbidden.
    [[nodiscard]] const QIcon &microphone(bool disabled) const { return disabled ? m_micOff : m_mic; }

private:
    QIcon m_open, m_locked, m_camera, m_cameraOff, m_mic, m_micOff;
};

} // namespace seatscope
