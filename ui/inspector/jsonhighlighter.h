// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSyntaxHighlighter>

namespace seatscope {

/// Light colours for indented JSON: keys, numbers and literals. Colours come from the application's palette.
class JsonHighlighter : public QSyntaxHighlighter {
    Q_OBJECT

public:
    explicit JsonHighlighter(QTextDocument *document);

protected:
    void highlightBlock(const QString &text) override;

private:
    /// The position after the string that starts at \a start.
    [[nodiscard]] static qsizetype endOfString(const QString &text, qsizetype start);
};

} // namespace seatscope
