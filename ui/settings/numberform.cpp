// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/numberform.h"

#include "model/session/confignumbers.h"
#include "ui/settings/formrows.h"

#include <QDoubleSpinBox>
#include <QFormLayout>

#include <algorithm>

namespace seatscope {

NumberForm::NumberForm(const std::vector<Row> &rows, const FixedSettings &fixed, QWidget *parent)
    : QWidget(parent),
      m_form(settingsForm())
{
    setLayout(m_form);
    m_form->setContentsMargins(0, 0, 0, 0);
    for (const Row &row : rows) {
        auto *field = new NumberField(configNumber(row.name), row.unit, this);
        field->spinBox()->setAccessibleName(row.label);
        addSetting(m_form, row.label, field, QString(row.name), fixed);
        m_fields.push_back(field);
    }
}

void NumberForm::setConfig(const SessionConfig &config)
{
    for (NumberField *field : m_fields)
        field->setValue(field->number().get(config));
}

void NumberForm::writeTo(SessionConfig &config) const
{
    for (const NumberField *field : m_fields)
        field->number().set(config, field->value());
}

void NumberForm::reset()
{
    const SessionConfig defaults;
    for (NumberField *field : m_fields) {
        if (field->isEnabledTo(this))
            field->setValue(field->number().get(defaults));
    }
}

NumberField *NumberForm::field(QLatin1StringView name) const
{
    const auto found =
        std::ranges::find_if(m_fields, [name](const NumberField *f) { return f->number().name == name; });
    return found == m_fields.end() ? nullptr : *found;
}

} // namespace seatscope
