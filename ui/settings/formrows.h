// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/windowsettings.h"

class QFormLayout;
class QLabel;
class QString;
class QWidget;

namespace seatscope {

/// A form with the spacing of the settings window.
[[nodiscard]] QFormLayout *settingsForm();

/// Adds \a field under \a label to \a form. Where \a fixed decides the setting \a name, the field is disabled and words
/// below it say why. The field's accessible name is the label.
void addSetting(QFormLayout *form, const QString &label, QWidget *field, const QString &name,
                const FixedSettings &fixed);

/// Adds a paragraph below the last field; the label is returned for texts that change.
QLabel *addNote(QFormLayout *form, const QString &text, QWidget *parent);

/// \a content, scrolled where it does not fit.
[[nodiscard]] QWidget *scrolled(QWidget *content, QWidget *parent);

} // namespace seatscope
