// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/replay/bodytext.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace seatscope {

class IconView;
class JsonHighlighter;

/// A body as text with a check of its JSON while it is typed, or in hexadecimal where text would lose bytes.
class BodyEditor : public QWidget {
    Q_OBJECT

public:
    /// Longer bodies are sent as they are and cannot be edited, bytes: an editor of text gets slow.
    static constexpr qsizetype longestEdited = qsizetype{2} << 20;

    explicit BodyEditor(QWidget *parent = nullptr);

    void setBody(const QByteArray &body);
    /// As it would be sent; the Error says what is wrong with hexadecimal digits.
    [[nodiscard]] Result<QByteArray> body() const;
    [[nodiscard]] bool isHex() const { return m_kind == Kind::Hex; }

    [[nodiscard]] QPlainTextEdit *edit() const { return m_edit; }
    /// What is said of the body.
    [[nodiscard]] QLabel *remark() const { return m_remark; }
    [[nodiscard]] QPushButton *formatButton() const { return m_format; }
    [[nodiscard]] QPushButton *goToButton() const { return m_goTo; }

Q_SIGNALS:
    void edited();

private:
    enum class Kind : quint8 { Text, Hex, Fixed };

    void check();
    void checkJson(const QByteArray &body);
    void showRemark(const QString &text, const QString &icon, bool isBad);
    void markPlace(int position);
    void format();

    Kind m_kind = Kind::Text;
    LineEnd m_lineEnd = LineEnd::Lf;
    QByteArray m_recorded; ///< what is sent when it cannot be edited
    QPlainTextEdit *m_edit;
    JsonHighlighter *m_highlighter;
    IconView *m_icon;
    QLabel *m_remark;
    QPushButton *m_goTo;
    QPushButton *m_format;
    QTimer m_checkTimer;
    int m_place = -1; ///< in the text, where it is no JSON
};

} // namespace seatscope
