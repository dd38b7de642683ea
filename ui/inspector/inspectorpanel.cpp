// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/inspector/inspectorpanel.h"

#include "model/tables/capturevalues.h"
#include "ui/inspector/jsonpage.h"
#include "ui/inspector/overviewpage.h"
#include "ui/inspector/rawpage.h"
#include "ui/theme/emptypage.h"
#include "ui/theme/symbolicicon.h"

#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// An answer that comes sooner changes the view only once.
constexpr int busyAfterMs = 250;

} // namespace

InspectorPanel::InspectorPanel(QWidget *parent)
    : QWidget(parent),
      m_pages(new QStackedWidget(this)),
      m_empty(new EmptyPage(symbolicIcon(u"capture"_s, Tint::Muted), tr("No capture is chosen"),
                            tr("Choose a capture to see what arrived."), this)),
      m_failurePage(buildFailurePage()),
      m_tabs(new QTabWidget(this)),
      m_overview(new OverviewPage(this)),
      m_json(new JsonPage(this)),
      m_raw(new RawPage(this))
{
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_overview, tr("Overview"));
    m_tabs->addTab(m_json, tr("JSON"));
    m_tabs->addTab(m_raw, tr("Raw"));
    m_tabs->setAccessibleName(tr("Views of the chosen capture"));
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_failurePage);
    m_pages->addWidget(m_tabs);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    connect(m_overview, &OverviewPage::filterWanted, this, &InspectorPanel::filterWanted);
    connect(m_overview, &OverviewPage::captureWanted, this, &InspectorPanel::captureWanted);
    m_busyTimer.setSingleShot(true);
    connect(&m_busyTimer, &QTimer::timeout, this, &InspectorPanel::showBusy);
}

QWidget *InspectorPanel::buildFailurePage()
{
    auto *page = new QWidget(this);
    m_failure = new EmptyPage(symbolicIcon(u"warning"_s, Tint::Bad), {}, {}, page);
    auto *retry = new QPushButton(tr("Try again"), page);
    auto *column = new QVBoxLayout(page);
    column->addWidget(m_failure, 1);
    column->addWidget(retry, 0, Qt::AlignHCenter);
    connect(retry, &QPushButton::clicked, this, [this] {
        if (m_wanted)
            inspect(*m_wanted);
    });
    return page;
}

void InspectorPanel::inspect(Sequence sequence)
{
    m_wanted = sequence;
    m_waiting = true;
    ++m_token;
    m_busyTimer.start(busyAfterMs);
    Q_EMIT inspectionWanted(sequence, m_token);
}

void InspectorPanel::showBusy()
{
    if (!m_waiting || !m_wanted)
        return;
    const qint64 number = m_wanted->value();
    m_empty->setTexts(tr("Reading capture #%1").arg(number), tr("It is being read from the journal."));
    m_pages->setCurrentWidget(m_empty);
    Q_EMIT titleChanged(tr("Inspector · #%1").arg(number));
}

void InspectorPanel::showInspection(const Inspection &inspection, quint64 token)
{
    if (token != m_token || !m_waiting || !inspection)
        return;
    m_waiting = false;
    m_busyTimer.stop();
    m_shown = inspection;
    m_overview->show(*inspection);
    m_json->show(*inspection);
    m_raw->show(inspection->capture.head, inspection->capture.body);
    m_pages->setCurrentWidget(m_tabs);
    Q_EMIT titleChanged(tr("Inspector · #%1").arg(inspection->capture.summary.sequence.value()));
}

void InspectorPanel::showMarkings(const std::vector<Marking> &markings)
{
    if (!m_shown)
        return;
    const Sequence shown = m_shown->capture.summary.sequence;
    auto changed = std::make_shared<CaptureInspection>(*m_shown);
    bool isMarked = false;
    for (const Marking &marking : markings) {
        if (std::ranges::find(marking.sequences, shown) == marking.sequences.end())
            continue;
        applyMarks(marking.marks, changed->capture.summary);
        isMarked = true;
    }
    if (!isMarked)
        return;
    m_overview->showMarks(changed->capture.summary);
    m_shown = std::move(changed);
}

void InspectorPanel::setCurrentFilter(std::function<QString()> filter)
{
    m_overview->setCurrentFilter(std::move(filter));
}

void InspectorPanel::showFailure(const QString &message, quint64 token)
{
    if (token != m_token || !m_waiting || !m_wanted)
        return;
    m_waiting = false;
    m_busyTimer.stop();
    m_shown.reset();
    m_failure->setTexts(tr("Capture #%1 could not be read").arg(m_wanted->value()), message);
    m_pages->setCurrentWidget(m_failurePage);
    Q_EMIT titleChanged(tr("Inspector · #%1").arg(m_wanted->value()));
}

} // namespace seatscope
