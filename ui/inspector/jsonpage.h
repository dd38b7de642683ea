// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/session/session.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace seatscope {

class JsonHighlighter;
struct CommandEntry;

/// The body as indented JSON, or why it is none together with its text. What is documented about the field at the text
/// cursor stands below it, and about the one under the mouse in a tooltip.
class JsonPage : public QWidget {
    Q_OBJECT

public:
    explicit JsonPage(QWidget *parent = nullptr);

    void show(const CaptureInspection &inspection);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// What is documented about the field at \a position of the text; empty where there is none.
    [[nodiscard]] QString fieldAt(int position) const;
    void describeField();

    QLabel *m_note;
    QPlainTextEdit *m_text;
    JsonHighlighter *m_highlighter;
    QLabel *m_field;
    const CommandEntry *m_entry = nullptr;
    bool m_isJson = false;
};

} // namespace seatscope
