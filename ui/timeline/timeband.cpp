// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/timeband.h"

#include "ui/text/visibletext.h"
#include "ui/theme/iconview.h"
#include "ui/theme/symbolicicon.h"
#include "ui/theme/widgets.h"
#include "ui/timeline/timewords.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// A moment that takes longer than this is said to be on its way, ms.
constexpr int busyAfterMs = 250;
/// How long a note is shown in the present, ms.
constexpr int noteMs = 6000;
constexpr double groundShare = 0.3;

} // namespace

TimeBand::TimeBand(TimeTravel &time, const Clock &clock, QWidget *parent)
    : QWidget(parent),
      m_time(time),
      m_clock(clock),
      m_text(plainLabel({}, this)),
      m_noteText(plainLabel({}, this)),
      m_retry(new QPushButton(tr("Try again"), this))
{
    QFont bold = m_text->font();
    bold.setBold(true);
    m_text->setFont(bold);
    m_noteText->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_noteText->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (QLabel *label : {m_text, m_noteText})
        label->setForegroundRole(QPalette::Text);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(8);
    row->addWidget(new IconView(symbolicIcon(u"rewind"_s, Tint::Text), 16, this));
    row->addWidget(m_text);
    row->addWidget(m_noteText, 1);
    row->addWidget(m_retry);
    setAccessibleName(tr("Moment of the past"));
    m_busyTimer.setSingleShot(true);
    connect(&m_busyTimer, &QTimer::timeout, this, &TimeBand::refresh);
    m_noteTimer.setSingleShot(true);
    connect(&m_noteTimer, &QTimer::timeout, this, [this] {
        m_note.clear();
        refresh();
    });
    connect(m_retry, &QPushButton::clicked, this, [this] {
        if (const auto target = m_time.target())
            m_time.go(*target);
    });
    connect(&m_time, &TimeTravel::changed, this, [this] {
        m_note.clear();
        m_noteTimer.stop();
        refresh();
    });
    refresh();
}

void TimeBand::setNote(const QString &note)
{
    m_note = note;
    if (m_time.isLive())
        m_noteTimer.start(noteMs);
    refresh();
}

void TimeBand::setPlayNote(const QString &note)
{
    m_playNote = note;
    refresh();
}

QString TimeBand::text() const
{
    return m_text->text();
}

void TimeBand::refresh()
{
    const TimeTravel::State state = m_time.state();
    const bool failed = state == TimeTravel::State::Failed;
    const bool moving = state == TimeTravel::State::Moving;
    if (moving && !m_busyTimer.isActive() && sender() != &m_busyTimer)
        m_busyTimer.start(busyAfterMs);
    else if (!moving)
        m_busyTimer.stop();
    const bool isSlow = moving && !m_busyTimer.isActive();
    const RoomsAtPtr &shown = m_time.shown();
    m_text->setText(shown ? TimeWords::moment(*shown, m_clock.wallTime()) : tr("Live"));
    if (failed)
        showNote(tr("%1 could not be read: %2").arg(TimeWords::number(*m_time.target()), m_time.error()));
    else if (isSlow)
        showNote(tr("Going to %1 …").arg(TimeWords::number(*m_time.target())));
    else if (!m_note.isEmpty())
        showNote(m_note);
    else if (!m_playNote.isEmpty())
        showNote(m_playNote);
    else
        showNote(shown ? aboutMoment(*shown) : QString());
    m_retry->setVisible(failed);
    setVisible(shown || failed || isSlow || !m_note.isEmpty());
    update();
}

QString TimeBand::aboutMoment(const RoomsAt &shown) const
{
    QStringList said;
    if (m_time.missing())
        said += TimeWords::missing(*m_time.missing(), shown.asked, m_time.isAhead());
    if (shown.since)
        said += TimeWords::incomplete(*shown.since);
    return said.join(u' ');
}

void TimeBand::showNote(const QString &note)
{
    m_shownNote = note;
    m_noteText->setToolTip(note.isEmpty() ? QString() : plainToolTip(note));
    m_noteText->setAccessibleName(note);
    elide();
}

void TimeBand::elide()
{
    m_noteText->setText(
        m_noteText->fontMetrics().elidedText(visibleText(m_shownNote), Qt::ElideRight, m_noteText->width()));
}

void TimeBand::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layout()->activate();
    elide();
}

void TimeBand::paintEvent(QPaintEvent * /*event*/)
{
    if (m_time.isLive())
        return; // a note, and nothing that is not live
    QPainter painter(this);
    const QColor sign = tintColor(Tint::Warn, palette());
    painter.fillRect(rect(), tintedGround(palette(), sign, groundShare));
    painter.fillRect(QRect(rect().left(), rect().bottom() - 1, width(), 2), sign);
}

} // namespace seatscope
