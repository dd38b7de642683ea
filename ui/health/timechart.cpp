// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/health/timechart.h"

#include "ui/text/timetext.h"
#include "ui/theme/tints.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 8;
constexpr int gap = 4;
constexpr int usualWidth = 360;
constexpr int leastWidth = 240;
/// Of the plot: room for a label at each of the decades of the answer times.
constexpr int plotHeight = 84;
constexpr int legendSample = 16;
constexpr double penWidth = 1.5;

} // namespace

TimeChart::TimeChart(const QString &title, AmountText axisText, AmountText valueText, QWidget *parent)
    : QWidget(parent),
      m_title(title),
      m_axisText(std::move(axisText)),
      m_valueText(std::move(valueText)),
      m_scale(ChartScale::numbers(0, 0))
{
    setAccessibleName(title);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TimeChart::show(std::vector<ChartLine> lines, std::chrono::seconds step, ChartScale scale)
{
    m_lines = std::move(lines);
    m_step = step;
    m_scale = std::move(scale);
    if (m_pointed && *m_pointed >= stepCount())
        m_pointed.reset();
    if (const QString words = description(); words != accessibleDescription())
        setAccessibleDescription(words);
    update();
}

void TimeChart::setLimit(double amount, const QString &text)
{
    m_limit = amount;
    m_limitText = text;
    update();
}

size_t TimeChart::stepCount() const
{
    return m_lines.empty() ? 0 : m_lines.front().values.size();
}

QString TimeChart::legendText(const ChartLine &line) const
{
    return line.name.isEmpty() ? m_title : line.name;
}

QString TimeChart::description() const
{
    QStringList sentences;
    for (const ChartLine &line : m_lines) {
        std::vector<double> values;
        for (const auto &value : line.values) {
            if (value)
                values.push_back(*value);
        }
        if (values.empty()) {
            sentences += tr("%1: no values").arg(legendText(line));
            continue;
        }
        const auto [lowest, highest] = std::ranges::minmax(values);
        sentences += tr("%1: latest %2, lowest %3, highest %4")
                         .arg(legendText(line), m_valueText(values.back()), m_valueText(lowest), m_valueText(highest));
    }
    if (m_limit)
        sentences += m_limitText;
    return sentences.join(u". "_s);
}

QString TimeChart::valuesAt(size_t at) const
{
    constexpr qint64 usPerSecond = 1'000'000;
    const auto ago = static_cast<qint64>(stepCount() - at) * m_step.count();
    QStringList rows{tr("%1 ago").arg(TimeText::age(ago * usPerSecond))};
    for (const ChartLine &line : m_lines) {
        const auto &value = line.values.at(at);
        rows += tr("%1: %2").arg(legendText(line), value ? m_valueText(*value) : tr("no value"));
    }
    return rows.join(u'\n');
}

QRectF TimeChart::plot() const
{
    const QFontMetrics metrics = fontMetrics();
    int labels = 0;
    for (const double tick : m_scale.ticks())
        labels = std::max(labels, metrics.horizontalAdvance(m_axisText(tick)));
    const double left = margin + labels + 2 * gap;
    const double top = metrics.height() + 3 * gap;
    const double bottom = height() - metrics.height() - 2 * gap;
    return QRectF(left, top, std::max(1.0, width() - margin - left), std::max(1.0, bottom - top));
}

QSize TimeChart::sizeHint() const
{
    return {usualWidth, plotHeight + 2 * fontMetrics().height() + 5 * gap};
}

QSize TimeChart::minimumSizeHint() const
{
    return {leastWidth, sizeHint().height()};
}

double TimeChart::xOf(size_t step) const
{
    const QRectF area = plot();
    const size_t count = stepCount();
    return count < 2 ? area.right()
                     : area.left() + area.width() * static_cast<double>(step) / static_cast<double>(count - 1);
}

double TimeChart::yOf(double amount) const
{
    const QRectF area = plot();
    return area.bottom() - area.height() * m_scale.share(amount);
}

std::optional<size_t> TimeChart::stepAt(const QPoint &position) const
{
    const QRectF area = plot();
    const size_t count = stepCount();
    if (count == 0 || !area.adjusted(-gap, 0, gap, 0).contains(position))
        return std::nullopt;
    const double share = std::clamp((position.x() - area.left()) / area.width(), 0.0, 1.0);
    return static_cast<size_t>(std::lround(share * static_cast<double>(count - 1)));
}

bool TimeChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    if (const auto step = stepAt(help->pos()))
        QToolTip::showText(help->globalPos(), valuesAt(*step), this);
    else
        QToolTip::hideText();
    return true;
}

void TimeChart::mouseMoveEvent(QMouseEvent *event)
{
    const auto pointed = stepAt(event->position().toPoint());
    if (pointed == m_pointed)
        return;
    m_pointed = pointed;
    if (m_pointed && QToolTip::isVisible())
        QToolTip::showText(event->globalPosition().toPoint(), valuesAt(*m_pointed), this);
    update();
}

void TimeChart::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    m_pointed.reset();
    update();
}

QColor TimeChart::lineColor(size_t line) const
{
    return line == 0 ? palette().color(QPalette::Link) : tintColor(Tint::Muted, palette());
}

void TimeChart::paintTitle(QPainter &painter) const
{
    const QFontMetrics metrics = fontMetrics();
    const QRect row(margin, gap, width() - 2 * margin, metrics.height());
    int right = row.right();
    for (size_t at = m_lines.size(); m_lines.size() > 1 && at-- > 0;) {
        const QString &name = m_lines.at(at).name;
        const int left = right - metrics.horizontalAdvance(name);
        painter.setPen(tintColor(Tint::Muted, palette()));
        painter.drawText(QRect(left, row.top(), right - left + 1, row.height()), Qt::AlignRight, name);
        painter.setPen(QPen(lineColor(at), penWidth, at == 0 ? Qt::SolidLine : Qt::DashLine));
        const int middle = row.center().y();
        painter.drawLine(left - gap - legendSample, middle, left - gap, middle);
        right = left - 3 * gap - legendSample;
    }
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(row, Qt::AlignLeft, QFontMetrics(bold).elidedText(m_title, Qt::ElideRight, right - row.left()));
    painter.setFont(font());
}

void TimeChart::paintAxes(QPainter &painter) const
{
    const QRectF area = plot();
    const int textHeight = fontMetrics().height();
    const QColor words = tintColor(Tint::Muted, palette());
    QPen grid(palette().color(QPalette::Mid), 1);
    for (const double tick : m_scale.ticks()) {
        const double y = yOf(tick);
        grid.setStyle(tick == 0 || tick == m_scale.ticks().front() ? Qt::SolidLine : Qt::DotLine);
        painter.setPen(grid);
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        painter.setPen(words);
        painter.drawText(QRectF(margin, y - textHeight / 2.0, area.left() - margin - 2 * gap, textHeight),
                         Qt::AlignRight | Qt::AlignVCenter, m_axisText(tick));
    }
    constexpr qint64 usPerSecond = 1'000'000;
    const auto whole = static_cast<qint64>(stepCount()) * m_step.count();
    const QRectF row(area.left(), area.bottom() + gap, area.width(), textHeight);
    painter.drawText(row, Qt::AlignLeft, tr("%1 ago").arg(TimeText::age(whole * usPerSecond)));
    painter.drawText(row, Qt::AlignRight, tr("now"));
}

void TimeChart::paintLimit(QPainter &painter) const
{
    if (!m_limit)
        return;
    const QRectF area = plot();
    const double y = yOf(*m_limit);
    const QColor color = tintColor(Tint::Bad, palette());
    painter.setPen(QPen(color, 1, Qt::DashDotLine));
    painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    painter.setPen(color);
    painter.drawText(QRectF(area.left() + gap, y + 1, area.width() - 2 * gap, fontMetrics().height()), Qt::AlignLeft,
                     m_limitText);
}

void TimeChart::paintRun(QPainter &painter, const QPolygonF &points, size_t line) const
{
    const QColor color = lineColor(line);
    if (points.size() == 1) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawEllipse(points.first(), penWidth, penWidth);
        return;
    }
    if (m_lines.size() == 1) {
        QPolygonF area = points;
        area << QPointF(points.last().x(), yOf(0)) << QPointF(points.first().x(), yOf(0));
        QColor ground = color;
        constexpr float groundStrength = 0.2F;
        ground.setAlphaF(groundStrength);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawPolygon(area);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, penWidth, line == 0 ? Qt::SolidLine : Qt::DashLine));
    painter.drawPolyline(points);
}

void TimeChart::paintLine(QPainter &painter, size_t line) const
{
    QPolygonF run;
    const auto &values = m_lines.at(line).values;
    for (size_t at = 0; at < values.size(); ++at) {
        if (values.at(at)) {
            run << QPointF(xOf(at), yOf(*values.at(at)));
        } else if (!run.isEmpty()) {
            paintRun(painter, run, line);
            run.clear();
        }
    }
    if (!run.isEmpty())
        paintRun(painter, run, line);
}

void TimeChart::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    paintTitle(painter);
    paintAxes(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    for (size_t line = m_lines.size(); line-- > 0;)
        paintLine(painter, line);
    paintLimit(painter);
    if (m_pointed) {
        const QRectF area = plot();
        painter.setPen(QPen(palette().color(QPalette::Text), 1));
        painter.drawLine(QPointF(xOf(*m_pointed), area.top()), QPointF(xOf(*m_pointed), area.bottom()));
    }
}

} // namespace seatscope
