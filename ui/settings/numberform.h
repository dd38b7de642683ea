// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/numberfield.h"
#include "ui/settings/windowsettings.h"

#include <QLatin1StringView>

#include <vector>

class QFormLayout;

namespace seatscope {

/// Fields for some numbers of the configuration, one a row.
class NumberForm : public QWidget {
    Q_OBJECT

public:
    struct Row {
        QLatin1StringView name; ///< of the ConfigNumber
        QString label;
        NumberField::Unit unit;
    };

    NumberForm(const std::vector<Row> &rows, const FixedSettings &fixed, QWidget *parent = nullptr);

    /// Shows the numbers of \a config.
    void setConfig(const SessionConfig &config);
    /// Puts what is shown into \a config.
    void writeTo(SessionConfig &config) const;
    /// Shows the defaults in the fields that are not fixed.
    void reset();
    /// The field of the number \a name, null when it is not here.
    [[nodiscard]] NumberField *field(QLatin1StringView name) const;
    [[nodiscard]] QFormLayout *form() const { return m_form; }

private:
    QFormLayout *m_form;
    std::vector<NumberField *> m_fields;
};

} // namespace seatscope
