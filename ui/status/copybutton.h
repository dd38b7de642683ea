// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTimer>
#include <QToolButton>

namespace seatscope {

/// Puts a text on the clipboard and says so for a moment.
class CopyButton : public QToolButton {
    Q_OBJECT

public:
    /// \a what names the text for screen readers and the tooltip, for example "Copy the callback URL".
    CopyButton(const QString &text, const QString &what, QWidget *parent = nullptr);

    void setTextToCopy(const QString &text) { m_text = text; }

private:
    void copy();
    void showReady();

    QString m_text;
    QTimer m_timer;
};

} // namespace seatscope
