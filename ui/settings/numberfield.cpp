// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/numberfield.h"

#include "model/session/confignumbers.h"
#include "ui/text/sizetext.h"
#include "ui/theme/widgets.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>

#include <algorithm>

namespace seatscope {

namespace {

/// Up to here every whole number is a double.
constexpr qint64 mostExact = qint64{1} << 53;
constexpr int fieldWidth = 200;

} // namespace

NumberField::NumberField(const ConfigNumber &number, Unit unit, QWidget *parent)
    : QWidget(parent),
      m_number(number),
      m_spin(new QDoubleSpinBox(this)),
      m_size(plainLabel({}, this))
{
    m_spin->setDecimals(0);
    m_spin->setRange(static_cast<double>(number.least), static_cast<double>(std::min(number.most, mostExact)));
    m_spin->setGroupSeparatorShown(true);
    m_spin->setFixedWidth(fieldWidth);
    switch (unit) {
    case Unit::Bytes:
        m_spin->setSuffix(tr(" bytes"));
        m_spin->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
        break;
    case Unit::Seconds:
        m_spin->setSuffix(tr(" s"));
        break;
    case Unit::Days:
        m_spin->setSuffix(tr(" days"));
        m_spin->setSpecialValueText(tr("any time"));
        break;
    case Unit::Percent:
        m_spin->setSuffix(tr(" %"));
        break;
    case Unit::None:
        m_spin->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
        break;
    }
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_spin);
    row->addWidget(m_size);
    row->addStretch();
    setFocusProxy(m_spin);
    m_size->setForegroundRole(QPalette::PlaceholderText);
    m_size->setVisible(unit == Unit::Bytes);
    connect(m_spin, &QDoubleSpinBox::valueChanged, this, &NumberField::showSize);
    showSize();
}

void NumberField::setValue(qint64 value)
{
    m_spin->setValue(static_cast<double>(value));
}

qint64 NumberField::value() const
{
    return static_cast<qint64>(m_spin->value());
}

void NumberField::showSize()
{
    m_size->setText(sizeText(value()));
}

} // namespace seatscope
