// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/session/session.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace seatscope {

class JsonHighlighter;

/// The body as indented JSON, or why it is none together with its text.
class JsonPage : public QWidget {
    Q_OBJECT

public:
    explicit JsonPage(QWidget *parent = nullptr);

    void show(const CaptureInspection &inspection);

protected:
    void changeEvent(QEvent *event) override;

private:
    QLabel *m_note;
    QPlainTextEdit *m_text;
    JsonHighlighter *m_highlighter;
};

} // namespace seatscope
