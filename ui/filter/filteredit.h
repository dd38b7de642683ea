// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLineEdit>

#include <optional>

class QCompleter;
class QStringListModel;

namespace seatscope {

/// Where a filter is typed: completes fields, operators and known words, and marks the place of a fault.
class FilterEdit : public QLineEdit {
    Q_OBJECT

public:
    explicit FilterEdit(QWidget *parent = nullptr);

    /// Underlines the word at \a offset, UTF-16 units; nothing: no fault.
    void markFault(std::optional<qsizetype> offset);
    [[nodiscard]] std::optional<qsizetype> faultOffset() const { return m_fault; }
    [[nodiscard]] QCompleter *wordCompleter() const { return m_completer; }

Q_SIGNALS:
    /// Esc was pressed, and no list of words was open.
    void escaped();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void offer(bool onDemand);
    void complete(const QString &word);
    /// Takes the word that is chosen in the open list, or its first; false when there is none.
    bool takeOffered(bool evenUnchosen);
    [[nodiscard]] bool offers() const;

    QCompleter *m_completer;
    QStringListModel *m_words;
    std::optional<qsizetype> m_fault;
};

} // namespace seatscope
