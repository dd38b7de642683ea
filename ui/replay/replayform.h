// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/replay/replayplan.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QSpinBox;

namespace seatscope {

/// How captures are to be sent again.
struct ReplayManner {
    ReplayPace pace;
    int connections = 4;
    int timeoutMs = 2000;
    bool marks = true;
    bool freshTimes = false;
    bool signsAnew = false;
};

/// Asks how captures are to be sent again. What was chosen last is in the settings under `replay/`, but for the mark.
class ReplayForm : public QWidget {
    Q_OBJECT

public:
    /// \a hasToken: there is one to sign with.
    explicit ReplayForm(bool hasToken, QWidget *parent = nullptr);

    [[nodiscard]] ReplayManner manner() const;
    void save() const;

    /// By ReplayPace::Kind.
    [[nodiscard]] QComboBox *pace() const { return m_pace; }
    [[nodiscard]] QDoubleSpinBox *speed() const { return m_speed; }
    [[nodiscard]] QSpinBox *connections() const { return m_connections; }
    [[nodiscard]] QDoubleSpinBox *timeout() const { return m_timeout; }
    [[nodiscard]] QCheckBox *mark() const { return m_mark; }
    [[nodiscard]] QCheckBox *freshTimes() const { return m_freshTimes; }
    [[nodiscard]] QCheckBox *signAnew() const { return m_signAnew; }

Q_SIGNALS:
    void changed();

private:
    void buildPace();
    void buildChanges(bool hasToken);
    void load();

    QComboBox *m_pace;
    QDoubleSpinBox *m_speed;
    QSpinBox *m_connections;
    QDoubleSpinBox *m_timeout;
    QCheckBox *m_mark;
    QCheckBox *m_freshTimes;
    QCheckBox *m_signAnew;
};

} // namespace seatscope
