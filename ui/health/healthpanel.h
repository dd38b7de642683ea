// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/health/healthsnapshot.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QStackedWidget;
class QVBoxLayout;

namespace seatscope {

class EmptyPage;
class FigureList;
class TimeChart;

/// How the callbacks fare: rates, delays and answer times as charts over the last minutes and in figures, and what came
/// since the start. Asks for new figures twice a second while it can be seen, and not otherwise.
class HealthPanel : public QWidget {
    Q_OBJECT

public:
    /// Where the figures come from: those of the last \a span.
    using Source = std::function<HealthSnapshot(std::chrono::seconds span)>;

    explicit HealthPanel(Source source, QWidget *parent = nullptr);

    /// Asks for the figures and shows them.
    void refresh();
    /// Whether the panel is in front: a dock behind another one counts as shown all the same.
    void setInFront(bool isInFront);

    [[nodiscard]] QComboBox *spanBox() const { return m_span; }
    [[nodiscard]] TimeChart *rateChart() const { return m_rateChart; }
    [[nodiscard]] TimeChart *delayChart() const { return m_delayChart; }
    [[nodiscard]] TimeChart *answerChart() const { return m_answerChart; }
    [[nodiscard]] QLabel *rateText() const { return m_rate; }
    [[nodiscard]] QLabel *delayText() const { return m_delay; }
    /// What the delays suggest about the clocks.
    [[nodiscard]] QLabel *clockText() const { return m_clock; }
    [[nodiscard]] QLabel *answerText() const { return m_answer; }
    [[nodiscard]] FigureList *totals() const { return m_totals; }
    [[nodiscard]] FigureList *verdicts() const { return m_verdicts; }
    [[nodiscard]] FigureList *findings() const { return m_findings; }
    [[nodiscard]] bool isEmpty() const;
    /// Whether it asks for new figures by itself.
    [[nodiscard]] bool isFollowing() const { return m_timer.isActive(); }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void follow();
    void makeCharts();
    [[nodiscard]] QWidget *makeContent();
    void addFigures(QVBoxLayout *column, const QString &title, QLabel *none, FigureList *figures);
    void showCharts(const HealthSnapshot &health);
    void showTotals(const HealthTotals &totals);

    Source m_source;
    QTimer m_timer;
    bool m_isInFront = true;
    QComboBox *m_span;
    TimeChart *m_rateChart = nullptr;
    TimeChart *m_delayChart = nullptr;
    TimeChart *m_answerChart = nullptr;
    QLabel *m_rate;
    QLabel *m_delay;
    QLabel *m_clock;
    QLabel *m_answer;
    QLabel *m_noFindings;
    FigureList *m_totals;
    FigureList *m_verdicts;
    FigureList *m_findings;
    EmptyPage *m_empty;
    QStackedWidget *m_pages;
};

} // namespace seatscope
