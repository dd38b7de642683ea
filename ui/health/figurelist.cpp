// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/health/figurelist.h"

#include "ui/theme/widgets.h"

#include <QGridLayout>

namespace seatscope {

namespace {

void setChanged(QLabel *label, const QString &text)
{
    if (label->text() != text)
        label->setText(text);
}

} // namespace

FigureList::FigureList(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(2);
    m_grid->setColumnStretch(0, 1);
}

void FigureList::addRow()
{
    const Row row{plainLabel({}, this), plainLabel({}, this), plainLabel({}, this)};
    const auto at = static_cast<int>(m_rows.size());
    row.name->setWordWrap(true);
    for (QLabel *figure : {row.value, row.share}) {
        figure->setFont(fixedFont());
        figure->setAlignment(Qt::AlignRight | Qt::AlignTop);
        figure->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    row.share->setForegroundRole(QPalette::PlaceholderText);
    m_grid->addWidget(row.name, at, 0);
    m_grid->addWidget(row.value, at, 1);
    m_grid->addWidget(row.share, at, 2);
    m_rows.push_back(row);
}

void FigureList::show(const std::vector<Figure> &figures)
{
    while (m_rows.size() < figures.size())
        addRow();
    m_shown = figures.size();
    for (size_t at = 0; at < m_rows.size(); ++at) {
        const Row &row = m_rows.at(at);
        const bool isShown = at < m_shown;
        for (QLabel *label : {row.name, row.value, row.share})
            label->setVisible(isShown);
        if (!isShown)
            continue;
        const Figure &figure = figures.at(at);
        setChanged(row.name, figure.name);
        setChanged(row.value, figure.value);
        setChanged(row.share, figure.share);
        row.value->setAccessibleName(tr("%1: %2").arg(figure.name, figure.value));
        row.share->setAccessibleName(figure.share.isEmpty() ? QString() : tr("%1: %2").arg(figure.name, figure.share));
    }
}

std::vector<Figure> FigureList::figures() const
{
    std::vector<Figure> shown;
    for (size_t at = 0; at < m_shown; ++at) {
        const Row &row = m_rows.at(at);
        shown.push_back({row.name->text(), row.value->text(), row.share->text()});
    }
    return shown;
}

} // namespace seatscope
