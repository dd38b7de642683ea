// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/inspector/overviewpage.h"

#include "model/callback/commandcatalogue.h"
#include "ui/inspector/fieldwords.h"
#include "ui/inspector/findingsmodel.h"
#include "ui/inspector/seatreportmodel.h"
#include "ui/text/sizetext.h"
#include "ui/text/timetext.h"
#include "ui/text/visibletext.h"
#include "ui/text/words.h"
#include "ui/theme/iconview.h"
#include "ui/theme/symbolicicon.h"
#include "ui/theme/widgets.h"

#include <QFormLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// As high as its rows, up to twelve of them; more rows scroll.
void fitHeight(QTableView *table, int rows)
{
    constexpr int mostRows = 12;
    table->setFixedHeight(table->horizontalHeader()->sizeHint().height() +
                          qMin(rows, mostRows) * table->verticalHeader()->defaultSectionSize() + 4);
}

} // namespace

OverviewPage::OverviewPage(QWidget *parent)
    : QScrollArea(parent),
      m_verdictIcon(new IconView({}, 16, this)),
      m_verdict(heading({}, this)),
      m_reason(paragraph({}, this)),
      m_flags(paragraph({}, this)),
      m_marks(paragraph({}, this)),
      m_origin(new QToolButton(this)),
      m_jsonError(paragraph({}, this)),
      m_meaning(paragraph({}, this)),
      m_seatsTitle(heading(tr("Seats in this callback"), this)),
      m_findingsTitle(heading({}, this)),
      m_seats(new SeatReportModel(this)),
      m_findings(new FindingsModel(this)),
      m_seatsView(new QTableView(this)),
      m_findingsView(new QTableView(this))
{
    auto *content = new QWidget(this);
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(8);
    auto *verdictLine = new QHBoxLayout;
    verdictLine->addWidget(m_verdictIcon);
    verdictLine->addWidget(m_verdict, 1);
    column->addLayout(verdictLine);
    for (QWidget *line : {static_cast<QWidget *>(m_reason), static_cast<QWidget *>(m_flags),
                          static_cast<QWidget *>(m_marks), static_cast<QWidget *>(m_jsonError)})
        column->addWidget(line);
    m_origin->setIcon(symbolicIcon(u"rename"_s));
    m_origin->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_origin->setAccessibleName(tr("The capture that it was edited from"));
    m_origin->setToolTip(tr("Shows the capture that this request was made of by editing"));
    column->insertWidget(2, m_origin, 0, Qt::AlignLeft);
    connect(m_origin, &QToolButton::clicked, this, [this] {
        if (m_originSequence)
            Q_EMIT captureWanted(*m_originSequence);
    });
    constexpr int lineEditMargin = 2; // between the frame of a QLineEdit and its text
    m_meaning->setContentsMargins(lineEditMargin, 0, 0, 0);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(2);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    buildFacts(form);
    column->addLayout(form);
    column->addWidget(m_findingsTitle);
    column->addWidget(m_findingsView);
    column->addWidget(m_seatsTitle);
    column->addWidget(m_seatsView);
    column->addStretch();

    m_seatsView->setModel(m_seats);
    prepareTable(m_seatsView, tr("Seats in this callback"));
    m_seatsView->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_seatsView, &QWidget::customContextMenuRequested, this, &OverviewPage::showSeatMenu);
    m_seatsView->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_seatsView->horizontalHeader()->setSectionResizeMode(SeatReportModel::UserColumn, QHeaderView::Stretch);
    m_findingsView->setModel(m_findings);
    prepareTable(m_findingsView, tr("Findings"));
    m_findingsView->setWordWrap(true);
    m_findingsView->verticalHeader()->setDefaultSectionSize(2 * rowHeight - 8);
    m_findingsView->setTextElideMode(Qt::ElideRight);
    QHeaderView *header = m_findingsView->horizontalHeader();
    header->setSectionResizeMode(FindingsModel::MeaningColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(FindingsModel::PointerColumn, QHeaderView::Stretch);
    header->resizeSection(FindingsModel::ExpectedColumn, 80);
    header->resizeSection(FindingsModel::ActualColumn, 76);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setWidget(content);
}

void OverviewPage::buildFacts(QFormLayout *form)
{
    const std::array names = {tr("Command"),  tr("Answer"),   tr("Documented"), tr("Product"),   tr("Room"),
                              tr("Operator"), tr("Received"), tr("In UTC"),     tr("EventTime"), tr("Delay"),
                              tr("Answered"), tr("From"),     tr("Target"),     tr("Body")};
    static_assert(names.size() == FactCount);
    for (size_t at = 0; at < names.size(); ++at) {
        auto *value = new QLineEdit(widget());
        value->setReadOnly(true);
        value->setFrame(false);
        // Sentences are read; the rest is compared and copied.
        if (at != Timing && at != Documentation && at != ProductFact)
            value->setFont(fixedFont());
        value->setAccessibleName(names.at(at));
        value->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(value, &QWidget::customContextMenuRequested, this,
                [this, at](const QPoint &place) { showMenu(static_cast<Fact>(at), place); });
        m_facts.at(at) = value;
        addFact(form, names.at(at), value);
        if (at == Command)
            addFact(form, tr("Means"), m_meaning);
    }
}

void OverviewPage::addFact(QFormLayout *form, const QString &name, QWidget *value)
{
    QLabel *label = plainLabel(name, widget());
    label->setForegroundRole(QPalette::PlaceholderText);
    form->addRow(label, value);
}

void OverviewPage::setFact(Fact fact, const QString &text)
{
    constexpr qsizetype limit = qsizetype{16} * 1024;
    QLineEdit *value = m_facts.at(fact);
    value->setText(visibleText(text.left(limit)));
    value->setCursorPosition(0);
    value->setToolTip(plainToolTip(text));
}

void OverviewPage::setFact(Fact fact, const QString &text, std::vector<FilterTerm> terms)
{
    setFact(fact, text);
    m_terms.at(fact) = std::move(terms);
}

void OverviewPage::addTerms(QMenu &menu, const std::vector<FilterTerm> &terms)
{
    if (terms.empty())
        return;
    menu.addSeparator();
    FilterTerms::addTo(menu, terms, m_currentFilter ? m_currentFilter() : QString(),
                       [this](const QString &filter) { Q_EMIT filterWanted(filter); });
}

void OverviewPage::showMenu(Fact fact, const QPoint &place)
{
    QMenu *menu = m_facts.at(fact)->createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addTerms(*menu, m_terms.at(fact));
    menu->popup(m_facts.at(fact)->mapToGlobal(place));
}

void OverviewPage::showSeatMenu(const QPoint &place)
{
    const QModelIndex index = m_seatsView->indexAt(place);
    if (!index.isValid())
        return;
    const SeatReport &seat = m_reports.at(static_cast<size_t>(index.row()));
    std::vector<FilterTerm> terms = FilterTerms::number("seat"_L1, seat.index.value());
    if (index.column() == SeatReportModel::UserColumn)
        terms = seat.user ? FilterTerms::text("user"_L1, seat.user->text()) : std::vector<FilterTerm>();
    if (terms.empty())
        return;
    auto *menu = new QMenu(m_seatsView);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addTerms(*menu, terms);
    menu->popup(m_seatsView->viewport()->mapToGlobal(place));
}

void OverviewPage::showMarks(const CaptureSummary &summary)
{
    QStringList lines;
    if (summary.bookmarked)
        lines += tr("Bookmarked: it stays when others are removed");
    if (!summary.note.isEmpty()) {
        QStringList note;
        for (const QString &line : summary.note.split(u'\n'))
            note += visibleText(line);
        lines += tr("Note: %1").arg(note.join(u'\n'));
    }
    m_marks->setText(lines.join(u'\n'));
    m_marks->setVisible(!lines.isEmpty());
}

void OverviewPage::show(const CaptureInspection &inspection)
{
    const CaptureSummary &summary = inspection.capture.summary;
    showVerdict(summary.ruling);
    QStringList flags;
    for (const Words::FlagWord &flag : Words::flags(summary.flags, summary.duplicateOf))
        flags += flag.word;
    const QString words = tr("Flags: %1").arg(QLocale().createSeparatedList(flags));
    m_flags->setText(inspection.newerBefore ? tr("%1. Late: it came after #%2, whose EventTime is newer")
                                                  .arg(words)
                                                  .arg(inspection.newerBefore->value())
                                            : words);
    m_flags->setVisible(!flags.isEmpty());
    m_jsonError->setText(tr("The body is no JSON: %1").arg(visibleText(inspection.jsonError)));
    // The reason of a malformed callback says where already.
    m_jsonError->setVisible(!inspection.jsonError.isEmpty() && !inspection.capture.body.isEmpty() &&
                            !summary.ruling.reason.contains(inspection.jsonError));
    m_originSequence = summary.origin;
    m_origin->setText(summary.origin ? tr("Edited from #%1").arg(summary.origin->value()) : QString());
    m_origin->setVisible(summary.origin.has_value());
    showMarks(summary);
    showFacts(summary);
    showTables(inspection);
    ensureVisible(0, 0);
}

void OverviewPage::showVerdict(const Ruling &ruling)
{
    const bool refused = isRefused(ruling.verdict);
    m_verdictIcon->setIcon(symbolicIcon(Words::verdictIcon(ruling.verdict), refused ? Tint::Bad : Tint::Ok));
    m_verdict->setText(Words::verdict(ruling.verdict));
    m_reason->setText(visibleText(ruling.reason));
    m_reason->setVisible(!ruling.reason.isEmpty());
}

void OverviewPage::showFacts(const CaptureSummary &summary)
{
    const QLocale locale;
    setFact(Command, summary.command.isEmpty() ? Words::absent() : summary.command,
            FilterTerms::text("command"_L1, summary.command));
    showCatalogue(summary);
    setFact(ProductFact, Words::product(summary.product));
    setFact(Room, summary.room ? visibleId(summary.room->text()) : Words::absent(),
            summary.room ? FilterTerms::text("room"_L1, summary.room->text()) : std::vector<FilterTerm>());
    setFact(Operator, summary.operatorAccount ? visibleId(summary.operatorAccount->text()) : Words::absent(),
            summary.operatorAccount ? FilterTerms::text("operator"_L1, summary.operatorAccount->text())
                                    : std::vector<FilterTerm>());
    setFact(Received, TimeText::local(summary.receivedAt), FilterTerms::since(summary.receivedAt));
    setFact(ReceivedUtc, TimeText::utc(summary.receivedAt), FilterTerms::since(summary.receivedAt));
    setFact(Event, summary.eventTime ? TimeText::eventTime(*summary.eventTime) : Words::absent());
    // EventTime comes from outside and may be any number: only a difference that fits is shown.
    qint64 delayMs = 0;
    const bool overflow = !summary.eventTime || __builtin_sub_overflow(summary.receivedAt.value() / 1000,
                                                                       summary.eventTime->value(), &delayMs);
    setFact(Delay, overflow ? u"—"_s : TimeText::delay(delayMs));
    const bool isUnanswered = summary.flags.testFlag(CaptureFlag::Sent);
    const QString unknown = isUnanswered ? tr("nobody answered") : tr("not known");
    setFact(Status, summary.status == 0 ? unknown : tr("HTTP status %1").arg(summary.status),
            FilterTerms::number("status"_L1, summary.status));
    setFact(Peer, summary.peer);
    setFact(Target, tr("%1 %2").arg(visibleBytes(summary.method), visibleBytes(summary.target)));
    setFact(Size, sizeText(summary.bodySize), FilterTerms::number("size"_L1, summary.bodySize));
}

void OverviewPage::showCatalogue(const CaptureSummary &summary)
{
    const CommandEntry *entry = catalogueEntry(summary.command, summary.product);
    if (!entry) {
        m_meaning->setText(summary.command.isEmpty() ? u"—"_s : tr("not in the catalogue of documented callbacks"));
        setFact(Timing, u"—"_s);
        setFact(Documentation, u"—"_s);
        return;
    }
    m_meaning->setText(commandDescription(*entry));
    setFact(Timing, timingOf(*entry, summary.command) == CallbackTiming::Before
                        ? tr("Before: the sender acts on the answer")
                        : tr("After: the sender ignores the answer"));
    setFact(Documentation, FieldWords::page(*entry));
}

void OverviewPage::showTables(const CaptureInspection &inspection)
{
    const bool hasSeats = !inspection.seats.empty();
    m_reports = inspection.seats;
    m_seats->show(inspection.seats);
    m_seatsTitle->setText(hasSeats ? tr("Seats in this callback") : tr("This callback names no seats"));
    m_seatsTitle->setVisible(hasSeats || inspection.isSeatCallback);
    m_seatsView->setVisible(hasSeats);
    fitHeight(m_seatsView, m_seats->rowCount());

    const bool hasFindings = !inspection.findings.empty();
    const CaptureSummary &summary = inspection.capture.summary;
    m_findings->show(inspection.findings, catalogueEntry(summary.command, summary.product));
    m_findingsTitle->setText(tr("Findings: %1").arg(inspection.findings.size()));
    m_findingsTitle->setVisible(hasFindings);
    m_findingsView->setVisible(hasFindings);
    fitHeight(m_findingsView, m_findings->rowCount());
}

} // namespace seatscope
