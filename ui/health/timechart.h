// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/health/chartscale.h"

#include <QWidget>

#include <chrono>
#include <functional>
#include <optional>
#include <vector>

namespace seatscope {

/// One line of a chart: an amount for each step, or nothing.
struct ChartLine {
    QString name; ///< in the legend; empty: there is but this line
    std::vector<std::optional<double>> values;
};

/// A small chart of the last minutes: time from left to right, now at the right. The first line is filled to the ground
/// when it is the only one, others are dashed: they differ by more than their colour. Painted from the palette.
class TimeChart : public QWidget {
    Q_OBJECT

public:
    using AmountText = std::function<QString(double amount)>;

    /// \a axisText is for the labels of the axis, \a valueText for an amount in full.
    TimeChart(const QString &title, AmountText axisText, AmountText valueText, QWidget *parent = nullptr);

    /// Shows \a lines, all of the same length, whose values stand for \a step each.
    void show(std::vector<ChartLine> lines, std::chrono::seconds step, ChartScale scale);
    /// Draws a line at \a amount from now on, with \a text.
    void setLimit(double amount, const QString &text);

    /// What the chart shows, in words: for each line the latest, the lowest and the highest value.
    [[nodiscard]] QString description() const;
    /// The values at the step \a at, one a line, as the tool tip has them.
    [[nodiscard]] QString valuesAt(size_t at) const;
    /// The step at \a position, nothing outside of the plot.
    [[nodiscard]] std::optional<size_t> stepAt(const QPoint &position) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    [[nodiscard]] size_t stepCount() const;
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] double xOf(size_t step) const;
    [[nodiscard]] double yOf(double amount) const;
    [[nodiscard]] QColor lineColor(size_t line) const;
    [[nodiscard]] QString legendText(const ChartLine &line) const;
    void paintTitle(QPainter &painter) const;
    void paintAxes(QPainter &painter) const;
    void paintLimit(QPainter &painter) const;
    void paintLine(QPainter &painter, size_t line) const;
    void paintRun(QPainter &painter, const QPolygonF &points, size_t line) const;

    QString m_title;
    AmountText m_axisText;
    AmountText m_valueText;
    std::vector<ChartLine> m_lines;
    std::chrono::seconds m_step{1};
    ChartScale m_scale;
    std::optional<double> m_limit;
    QString m_limitText;
    std::optional<size_t> m_pointed; ///< the step under the pointer
};

} // namespace seatscope
