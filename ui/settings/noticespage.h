// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/health/silencesettings.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QSpinBox;

namespace seatscope {

/// What the person wants to be told without having asked.
class NoticesPage : public QWidget {
    Q_OBJECT

public:
    explicit NoticesPage(QWidget *parent = nullptr);

    void setSilence(const SilenceSettings &settings);
    /// What is shown.
    [[nodiscard]] SilenceSettings silence() const;

    [[nodiscard]] QSpinBox *silenceField() const { return m_after; }
    [[nodiscard]] QCheckBox *desktopBox() const { return m_onDesktop; }

private:
    void showAfter();
    void reset();

    QSpinBox *m_after;
    QLabel *m_afterText;
    QCheckBox *m_onDesktop;
};

} // namespace seatscope
