// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"
#include "ui/settings/windowsettings.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace seatscope {

class FileField;
class PathEdit;
class TokenEdit;

/// Where callbacks are received, and from whom.
class ReceivingPage : public QWidget {
    Q_OBJECT

public:
    explicit ReceivingPage(const FixedSettings &fixed, QWidget *parent = nullptr);

    /// Shows \a settings; \a hasToken: a token is in force, wherever it is from.
    void setSettings(const WindowSettings &settings, bool hasToken);
    /// Puts what is shown into \a change; the Error says which field cannot be so.
    [[nodiscard]] Result<void> writeTo(SettingsChange &change) const;

    [[nodiscard]] QComboBox *addressBox() const { return m_address; }
    [[nodiscard]] QSpinBox *portBox() const { return m_port; }
    [[nodiscard]] PathEdit *path() const { return m_path; }
    [[nodiscard]] QLineEdit *appsEdit() const { return m_apps; }
    [[nodiscard]] TokenEdit *token() const { return m_token; }
    [[nodiscard]] FileField *certificate() const { return m_certificate; }
    [[nodiscard]] FileField *key() const { return m_key; }
    [[nodiscard]] QCheckBox *allowOpenBox() const { return m_allowOpen; }
    [[nodiscard]] QCheckBox *keepReplaysOutBox() const { return m_keepReplaysOut; }

private:
    void buildForm(const FixedSettings &fixed);
    void showUrl();
    [[nodiscard]] QHostAddress address() const;
    [[nodiscard]] Result<void> writeApps(AdmissionRules &rules) const;

    QWidget *m_content;
    QComboBox *m_address;
    QSpinBox *m_port;
    PathEdit *m_path;
    QLineEdit *m_apps;
    TokenEdit *m_token;
    FileField *m_certificate;
    FileField *m_key;
    QCheckBox *m_allowOpen;
    QCheckBox *m_keepReplaysOut;
};

} // namespace seatscope
