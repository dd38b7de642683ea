// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QDoubleSpinBox;
class QLabel;

namespace seatscope {

struct ConfigNumber;

/// A whole number of the configuration with its unit; sizes are told in kB, MB and GB beside it.
class NumberField : public QWidget {
    Q_OBJECT

public:
    enum class Unit : quint8 { None, Bytes, Seconds, Days, Percent };

    NumberField(const ConfigNumber &number, Unit unit, QWidget *parent = nullptr);

    void setValue(qint64 value);
    [[nodiscard]] qint64 value() const;
    [[nodiscard]] const ConfigNumber &number() const { return m_number; }
    [[nodiscard]] QDoubleSpinBox *spinBox() const { return m_spin; }

private:
    void showSize();

    const ConfigNumber &m_number;
    QDoubleSpinBox *m_spin; ///< not QSpinBox: sizes go beyond 31 bits
    QLabel *m_size;
};

} // namespace seatscope
