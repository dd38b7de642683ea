// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/windowsettings.h"

#include <QWidget>

class QCheckBox;

namespace seatscope {

class NumberForm;

/// What senders may ask of the receiver.
class LimitsPage : public QWidget {
    Q_OBJECT

public:
    explicit LimitsPage(const FixedSettings &fixed, QWidget *parent = nullptr);

    /// Shows \a config's limits.
    void setConfig(const SessionConfig &config);
    /// Puts what is shown into \a config.
    void writeTo(SessionConfig &config) const;

    [[nodiscard]] NumberForm *numbers() const { return m_numbers; }

private:
    void reset();

    NumberForm *m_numbers;
    QCheckBox *m_countLoopback;
};

} // namespace seatscope
