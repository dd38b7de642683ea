// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QWidget>

class QCheckBox;
class QLabel;
class QPlainTextEdit;

namespace seatscope {

/// Head and body of a request, byte for byte: as text with the other bytes escaped, or as a hex dump.
class RawPage : public QWidget {
    Q_OBJECT

public:
    explicit RawPage(QWidget *parent = nullptr);

    void show(const QByteArray &head, const QByteArray &body);

    [[nodiscard]] QCheckBox *hexToggle() const { return m_hex; }
    [[nodiscard]] QPlainTextEdit *text() const { return m_text; }

private:
    void refresh();

    QByteArray m_head;
    QByteArray m_body;
    QCheckBox *m_hex;
    QLabel *m_note;
    QPlainTextEdit *m_text;
};

} // namespace seatscope
