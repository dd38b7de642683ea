// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/tables/replayresultmodel.h"
#include "ui/replay/replaytextmodel.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace seatscope {

class EmptyPage;

/// What became of the captures of a replay: all or those that failed; they are copied as text, and each leads to its
/// capture.
class ReplayResultsView : public QWidget {
    Q_OBJECT

public:
    explicit ReplayResultsView(QWidget *parent = nullptr);

    void clear();
    void add(const ReplayNews &news);
    /// How many can be repeated; none while something is sent.
    void setFailed(qint64 failed);

    [[nodiscard]] ReplayResultModel &results() { return m_results; }
    [[nodiscard]] QTableView *view() const { return m_view; }
    [[nodiscard]] QCheckBox *onlyFailed() const { return m_onlyFailed; }
    [[nodiscard]] QPushButton *repeatButton() const { return m_repeat; }
    [[nodiscard]] QPushButton *copyButton() const { return m_copy; }
    [[nodiscard]] EmptyPage *emptyPage() const { return m_empty; }
    [[nodiscard]] QLabel *missingText() const { return m_missing; }

Q_SIGNALS:
    void captureWanted(seatscope::Sequence sequence);
    void repeatWanted();

private:
    void buildView();
    void showRightPage();

    ReplayResultModel m_results;
    FailedReplayResults m_filtered;
    ReplayTextModel m_texts;
    QTableView *m_view;
    EmptyPage *m_empty;
    QStackedWidget *m_pages;
    QLabel *m_missing;
    QCheckBox *m_onlyFailed;
    QPushButton *m_repeat;
    QPushButton *m_copy;
};

} // namespace seatscope
