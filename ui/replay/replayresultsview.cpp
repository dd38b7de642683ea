// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/replay/replayresultsview.h"

#include "ui/text/pluralcount.h"
#include "ui/theme/emptypage.h"
#include "ui/theme/symbolicicon.h"
#include "ui/theme/widgets.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// Keeps numbers away from the column beside them.
class NumberDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        padRight(option);
    }
};

} // namespace

ReplayResultsView::ReplayResultsView(QWidget *parent)
    : QWidget(parent),
      m_view(new QTableView(this)),
      m_empty(new EmptyPage(symbolicIcon(u"replay"_s, Tint::Muted), {}, {}, this)),
      m_pages(new QStackedWidget(this)),
      m_missing(paragraph({}, this)),
      m_onlyFailed(new QCheckBox(tr("Only those that f&ailed"), this)),
      m_repeat(new QPushButton(symbolicIcon(u"replay"_s), {}, this)),
      m_copy(new QPushButton(symbolicIcon(u"copy"_s), tr("Cop&y as text"), this))
{
    m_filtered.setSourceModel(&m_results);
    m_texts.setSourceModel(&m_filtered);
    buildView();
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_empty);
    m_missing->setContentsMargins(8, 4, 8, 4);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(8, 8, 8, 8);
    line->setSpacing(8);
    line->addWidget(m_onlyFailed);
    line->addStretch();
    line->addWidget(m_repeat);
    line->addWidget(m_copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_pages, 1);
    column->addWidget(m_missing);
    column->addLayout(line);
    connect(m_onlyFailed, &QCheckBox::toggled, this, [this](bool onlyFailed) {
        m_filtered.setOnlyFailed(onlyFailed);
        showRightPage();
    });
    connect(m_repeat, &QPushButton::clicked, this, &ReplayResultsView::repeatWanted);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_texts.asText()); });
    setFailed(0);
    showRightPage();
}

void ReplayResultsView::buildView()
{
    m_view->setModel(&m_texts);
    prepareTable(m_view, tr("Results of the replay"));
    QHeaderView *header = m_view->horizontalHeader();
    using Results = ReplayResultModel;
    for (const int column : {Results::SequenceColumn, Results::SentColumn, Results::TookColumn})
        m_view->setItemDelegateForColumn(column, new NumberDelegate(m_view));
    const QFont fixed = fixedFont();
    header->resizeSection(Results::SequenceColumn, columnWidth(m_view, u"1234567"_s, fixed));
    header->resizeSection(Results::SentColumn, columnWidth(m_view, u"12345.678"_s, fixed));
    header->resizeSection(Results::StatusColumn, columnWidth(m_view, tr("no answer"), font(), true));
    header->resizeSection(Results::TookColumn, columnWidth(m_view, u"12345.6"_s, fixed));
    header->resizeSection(Results::DifferenceColumn, columnWidth(m_view, tr("against the record"), font()));
    header->setSectionResizeMode(Results::AnswerColumn, QHeaderView::Stretch);
    const auto lead = [this](const QModelIndex &index) {
        Q_EMIT captureWanted(Sequence(index.data(Results::SequenceRole).toLongLong()));
    };
    connect(m_view, &QTableView::activated, this, lead);
}

void ReplayResultsView::clear()
{
    m_results.clear();
    showRightPage();
}

void ReplayResultsView::add(const ReplayNews &news)
{
    const QScrollBar *bar = m_view->verticalScrollBar();
    const bool isAtEnd = bar->value() == bar->maximum();
    m_results.add(news);
    if (isAtEnd)
        m_view->scrollToBottom(); // who reads further up is left there
    showRightPage();
}

void ReplayResultsView::setFailed(qint64 failed)
{
    if (failed == 1)
        m_repeat->setText(tr("&Repeat the one that failed"));
    else if (failed > 1)
        m_repeat->setText(
            tr("&Repeat the %1 that failed", nullptr, pluralCount(failed)).arg(QLocale().toString(failed)));
    else
        m_repeat->setText(tr("&Repeat those that failed"));
    m_repeat->setEnabled(failed > 0);
}

void ReplayResultsView::showRightPage()
{
    const bool hasRows = m_texts.rowCount() > 0;
    m_pages->setCurrentIndex(hasRows ? 0 : 1);
    m_copy->setEnabled(hasRows);
    if (m_results.rowCount() > 0)
        m_empty->setTexts(tr("None has failed"), tr("All that were answered so far were answered with success."));
    else
        m_empty->setTexts(tr("Nothing was sent yet"), tr("Here each request is listed with its answer."));
    const qint64 missing = m_results.missing();
    m_missing->setVisible(missing > 0);
    m_missing->setText(tr("The %1 oldest results are not listed any more.", nullptr, pluralCount(missing))
                           .arg(QLocale().toString(missing)));
}

} // namespace seatscope
