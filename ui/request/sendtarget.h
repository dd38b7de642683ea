// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/session/editedsending.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QRadioButton;

namespace seatscope {

/// Where an edited request goes, and what is done to it on the way.
class SendTarget : public QWidget {
    Q_OBJECT

public:
    /// \a own is the own port; \a canSign: there is a token to sign with.
    SendTarget(const QString &own, bool canSign, QWidget *parent = nullptr);

    [[nodiscard]] SendingOptions options() const;
    /// Why nothing can be sent there; empty when it can.
    [[nodiscard]] QString problem() const;
    /// Puts \a url there, chosen unless it is empty.
    void setTarget(const QString &url);

    [[nodiscard]] QRadioButton *ownChoice() const { return m_own; }
    [[nodiscard]] QRadioButton *otherChoice() const { return m_other; }
    [[nodiscard]] QLineEdit *urlEdit() const { return m_url; }
    [[nodiscard]] QLabel *remark() const { return m_remark; }
    [[nodiscard]] QCheckBox *markBox() const { return m_mark; }
    [[nodiscard]] QCheckBox *signBox() const { return m_sign; }
    [[nodiscard]] QCheckBox *freshBox() const { return m_fresh; }

Q_SIGNALS:
    void changed();

private:
    void look();

    QRadioButton *m_own;
    QRadioButton *m_other;
    QLineEdit *m_url;
    QLabel *m_remark;
    QCheckBox *m_mark;
    QCheckBox *m_fresh;
    QCheckBox *m_sign;
};

} // namespace seatscope
