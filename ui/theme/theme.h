// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace seatscope {

/// Which appearance the person chose.
enum class Scheme { System, Light, Dark };

/// Light and dark for the whole application: Qt 6.4 cannot be told, so the palettes are our own.
/// Lives in the gui thread. The choice is kept in the settings under `window/appearance`.
class Theme : public QObject {
    Q_OBJECT

public:
    /// Replaces a style that no desktop chose by Fusion with clear outlines, and applies the remembered scheme.
    explicit Theme(QObject *parent = nullptr);

    /// Shows the whole application in \a scheme and remembers it.
    void apply(Scheme scheme);
    [[nodiscard]] Scheme scheme() const { return m_scheme; }

private:
    void setApplicationPalette() const;

    Scheme m_scheme = Scheme::System;
};

/// Whether the desktop asks for interfaces without movement.
[[nodiscard]] bool animationsWanted();

} // namespace seatscope
