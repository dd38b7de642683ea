// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/session/replaynews.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QStackedWidget;
class QToolButton;

namespace seatscope {

class EmptyPage;

/// What would be sent, one capture at a time: the bytes, and in what they differ from the recorded ones.
class ReplayPreviewView : public QWidget {
    Q_OBJECT

public:
    explicit ReplayPreviewView(QWidget *parent = nullptr);

    /// So many captures are meant now; shows the first one of them. None: \a title and \a advice say why.
    void setCaptures(qint64 captures, const QString &title = {}, const QString &advice = {});
    /// Asks for what is shown once more: it may be another now.
    void refresh();
    void show(const ReplayPreview &preview);

    [[nodiscard]] QLabel *place() const { return m_place; }
    [[nodiscard]] QLabel *changes() const { return m_changes; }
    [[nodiscard]] QPlainTextEdit *bytes() const { return m_bytes; }
    [[nodiscard]] QToolButton *previousButton() const { return m_previous; }
    [[nodiscard]] QToolButton *nextButton() const { return m_next; }
    [[nodiscard]] EmptyPage *emptyPage() const { return m_empty; }

Q_SIGNALS:
    void previewWanted(size_t index);

private:
    void go(qint64 index);

    QStackedWidget *m_pages;
    EmptyPage *m_empty;
    QToolButton *m_previous;
    QToolButton *m_next;
    QLabel *m_place;
    QLabel *m_changes;
    QPlainTextEdit *m_bytes;
    qint64 m_captures = 0;
    qint64 m_index = 0;
};

} // namespace seatscope
