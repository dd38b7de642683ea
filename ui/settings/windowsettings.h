// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/session/sessionconfig.h"
#include "ui/health/silencesettings.h"

#include <QMap>
#include <QMetaType>

namespace seatscope {

/// What a person chooses in the settings window: how callbacks are received and kept, and what is told unasked. The
/// journal's place and the token in the configuration are not part of it.
struct WindowSettings {
    SessionConfig session;
    bool tokenInKeychain = false;
    SilenceSettings silence{};
};

/// What the settings window hands over to be applied.
struct SettingsChange {
    WindowSettings settings;
    std::optional<QByteArray> newToken; ///< to be kept in the keychain from now on
};

/// Settings that something outside the window decides: name of the option without dashes ("token" for all of the
/// token's sources) → what decides it, in words, for example "--listen".
using FixedSettings = QMap<QString, QString>;

} // namespace seatscope

Q_DECLARE_METATYPE(seatscope::SettingsChange)
