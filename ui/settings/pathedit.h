// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/admission.h"

#include <QUrl>
#include <QWidget>

class QLineEdit;
class QPushButton;
class QRadioButton;

namespace seatscope {

class CopyButton;

/// The path of the callback URL: an ordinary one, or a secret one that is generated, shown on demand, and copied with
/// the URL.
class PathEdit : public QWidget {
    Q_OBJECT

public:
    explicit PathEdit(QWidget *parent = nullptr);

    /// Shows the path of \a rules.
    void setRules(const AdmissionRules &rules);
    /// Puts the path that is chosen into \a rules.
    void writeTo(AdmissionRules &rules) const;
    /// The URL that the path belongs to, for copying.
    void setBaseUrl(const QUrl &url);

    [[nodiscard]] QRadioButton *ordinaryButton() const { return m_ordinary; }
    [[nodiscard]] QRadioButton *secretButton() const { return m_secret; }
    [[nodiscard]] QPushButton *generateButton() const { return m_generate; }
    [[nodiscard]] QPushButton *showButton() const { return m_show; }
    [[nodiscard]] CopyButton *copyButton() const { return m_copy; }
    [[nodiscard]] QLineEdit *pathEdit() const { return m_path; }
    [[nodiscard]] QLineEdit *secretView() const { return m_shown; }

private:
    void generate();
    void showSecret();

    QRadioButton *m_ordinary;
    QRadioButton *m_secret;
    QLineEdit *m_path;
    QLineEdit *m_shown;
    QPushButton *m_generate;
    QPushButton *m_show;
    CopyButton *m_copy;
    QByteArray m_secretPath; ///< empty until there is one
    QUrl m_base;
};

} // namespace seatscope
