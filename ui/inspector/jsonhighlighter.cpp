// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/inspector/jsonhighlighter.h"

#include "ui/theme/tints.h"

#include <QGuiApplication>

namespace seatscope {

JsonHighlighter::JsonHighlighter(QTextDocument *document) : QSyntaxHighlighter(document) {}

qsizetype JsonHighlighter::endOfString(const QString &text, qsizetype start)
{
    qsizetype at = start + 1;
    while (at < text.size() && text[at] != u'"')
        at += text[at] == u'\\' ? 2 : 1;
    return qMin(at + 1, text.size());
}

void JsonHighlighter::highlightBlock(const QString &text)
{
    const QPalette palette = QGuiApplication::palette();
    const auto paint = [this](qsizetype from, qsizetype to, const QColor &color) {
        setFormat(static_cast<int>(from), static_cast<int>(to - from), color);
    };
    for (qsizetype at = 0; at < text.size();) {
        const QChar unit = text[at];
        qsizetype end = at + 1;
        if (unit == u'"') {
            end = endOfString(text, at);
            const bool isKey = end < text.size() && text[end] == u':';
            if (isKey)
                paint(at, end, palette.color(QPalette::Link));
        } else if (unit.isDigit() || unit == u'-' || unit.isLetter()) {
            while (end < text.size() &&
                   (text[end].isLetterOrNumber() || text[end] == u'.' || text[end] == u'+' || text[end] == u'-'))
                ++end;
            paint(at, end, tintColor(unit.isLetter() ? Tint::Warn : Tint::Ok, palette));
        }
        at = end;
    }
}

} // namespace seatscope
