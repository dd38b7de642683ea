// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/clock.h"
#include "model/tables/capturefiltermodel.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace seatscope {

class FilterEdit;
class IconView;

/// The field for the log's filter, with the filters used last, help, what is wrong with it, and how far its search is.
/// A filter is in force a moment after it was typed, or at once with Enter; what is no filter leaves the last one in
/// force. Esc stops the search, then clears the field, then leaves it.
class FilterBar : public QWidget {
    Q_OBJECT

public:
    /// \a captures and \a clock must outlive the bar.
    FilterBar(CaptureFilterModel &captures, const Clock &clock, QWidget *parent = nullptr);

    /// Puts \a filter into the field and in force.
    void setFilter(const QString &filter);
    void focusField();

    [[nodiscard]] FilterEdit *field() const { return m_field; }
    /// What is wrong, or how far the search is.
    [[nodiscard]] QLabel *status() const { return m_status; }
    /// Stops the search, or lets it go on.
    [[nodiscard]] QPushButton *stopButton() const { return m_stop; }
    [[nodiscard]] QMenu *recentMenu() const { return m_recentMenu; }
    [[nodiscard]] QToolButton *helpButton() const { return m_help; }
    /// "searched 40 %, 123 found", in words for \a progress.
    [[nodiscard]] static QString progressText(const SearchProgress &progress, int found, int ofAll);

Q_SIGNALS:
    /// Keys are to go to the log.
    void left();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    /// Has the field's text in force; \a isAnew: also when it is already.
    void apply(bool isAnew);
    void escape();
    void fillRecent();
    void showStatus();
    void stopOrGoOn();
    void showHelp();

    CaptureFilterModel &m_captures;
    const Clock &m_clock;
    FilterEdit *m_field;
    QToolButton *m_recent;
    QMenu *m_recentMenu;
    QToolButton *m_help;
    QWidget *m_statusLine;
    IconView *m_statusIcon;
    QLabel *m_status;
    QPushButton *m_stop;
    QTimer m_typing; ///< runs while the person types
    QString m_tried; ///< the text that was looked at last
    std::optional<FilterFault> m_fault;
    QPointer<QWidget> m_helpWindow;
};

} // namespace seatscope
