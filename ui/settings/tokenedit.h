// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <optional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace seatscope {

/// Whether there is a token, a place to type another one, a box that takes the one that the keychain holds
/// already, and a button that removes it from there. The token that is set is never shown, nor its length.
class TokenEdit : public QWidget {
    Q_OBJECT

public:
    explicit TokenEdit(QWidget *parent = nullptr);

    /// Whether a token is set now; forgets what was typed.
    void setHasToken(bool has);
    /// Whether there will be a token when this is applied.
    [[nodiscard]] bool hasToken() const;
    /// What was typed to become the token, absent when nothing was.
    [[nodiscard]] std::optional<QByteArray> newToken() const;

    [[nodiscard]] QLineEdit *edit() const { return m_edit; }
    [[nodiscard]] QLabel *state() const { return m_state; }
    /// There while no token is set.
    [[nodiscard]] QCheckBox *useStoredBox() const { return m_useStored; }
    /// There while a token is set.
    [[nodiscard]] QPushButton *removeButton() const { return m_remove; }

private:
    void showState();
    [[nodiscard]] QString stateText() const;

    bool m_had = false;
    QLabel *m_state;
    QLineEdit *m_edit;
    QCheckBox *m_useStored;
    QPushButton *m_remove;
};

} // namespace seatscope
