// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/status/statusline.h"

#include "model/session/openlistening.h"
#include "ui/text/pluralcount.h"
#include "ui/text/sizetext.h"
#include "ui/theme/iconview.h"
#include "ui/theme/symbolicicon.h"
#include "ui/theme/widgets.h"

#include <QLocale>

namespace seatscope {

using namespace Qt::StringLiterals;

StatusLine::StatusLine(const SessionConfig &config, QWidget *parent)
    : QStatusBar(parent),
      m_rate(add(tr("Captures a second"))),
      m_captured(add(tr("Captures in the journal, and how many it keeps at most"))),
      m_refused(add({})),
      m_overloaded(add(tr("Requests answered 503 since the start: too many waited, or nothing could be written"))),
      m_turnedAway(add({})),
      m_size(add({})),
      m_open(plainLabel(tr("open to everybody"), this)),
      m_notes(plainLabel({}, this))
{
    addNotes(config);
    SessionCounters nothingYet;
    nothingYet.limits = config.retention;
    show(nothingYet);
}

void StatusLine::addNotes(const SessionConfig &config)
{
    if (!config.tls.certificate.isEmpty()) {
        auto *lock = new IconView(symbolicIcon(u"lock"_s, Tint::Muted), 16, this);
        lock->setToolTip(tr("Callbacks come encrypted (TLS)"));
        lock->setAccessibleName(tr("Encrypted"));
        addPermanentWidget(lock);
    }
    const bool isOpen = isOpenToOthers(config);
    m_open->setVisible(isOpen);
    if (isOpen) {
        m_open->setToolTip(tr("Other machines reach this address, and neither a token nor a secret path is asked for: "
                              "whoever finds it can post callbacks. File ▸ Settings closes it"));
        addPermanentWidget(new IconView(symbolicIcon(u"warning"_s, Tint::Bad), 16, this));
        addPermanentWidget(m_open);
    }
    QStringList notes;
    if (config.admission.allowedApps.empty())
        notes += tr("any application accepted");
    if (config.admission.token.isEmpty())
        notes += tr("signatures not checked");
    m_notes->setText(QLocale().createSeparatedList(notes));
    m_notes->setToolTip(tr("File ▸ Settings names the allowed applications and the token"));
    if (!notes.isEmpty())
        addPermanentWidget(new IconView(symbolicIcon(u"info"_s, Tint::Muted), 16, this));
    addPermanentWidget(m_notes);
}

QLabel *StatusLine::add(const QString &toolTip)
{
    QLabel *label = plainLabel({}, this);
    label->setToolTip(toolTip);
    label->setContentsMargins(4, 0, 8, 0);
    addWidget(label);
    return label;
}

void StatusLine::show(const SessionCounters &counters)
{
    const QLocale locale;
    const RetentionLimits &limits = counters.limits;
    m_rate->setText(tr("%1/s").arg(locale.toString(counters.perSecond, 'f', counters.perSecond < 10 ? 1 : 0)));
    m_captured->setText(tr("%1 of %2 captures", nullptr, pluralCount(limits.captures))
                            .arg(locale.toString(counters.captures), locale.toString(limits.captures)));
    m_refused->setText(tr("%1 refused", nullptr, pluralCount(counters.refused)).arg(locale.toString(counters.refused)));
    m_refused->setToolTip(
        tr("Captures that were answered FAIL. With probes, the journal keeps at most %1 of them: "
           "%2 % of all",
           nullptr, pluralCount(counters.mostUninvited()))
            .arg(locale.toString(counters.mostUninvited()), locale.toString(limits.uninvitedPercent)));
    m_overloaded->setText(
        tr("%1 answered 503", nullptr, pluralCount(counters.overloaded)).arg(locale.toString(counters.overloaded)));
    m_overloaded->setVisible(counters.overloaded > 0);
    m_size->setText(tr("%1 of %2 used").arg(sizeText(counters.usedBytes), sizeText(limits.bytes)));
    m_size->setToolTip(tr("What the captures take in the journal, and how much that may be. Its files take %1 on the "
                          "disk, with what is free in them and the write-ahead log")
                           .arg(sizeText(counters.bytesOnDisk)));
    showTurnedAway(counters.turnedAway);
}

void StatusLine::showTurnedAway(const ConnectionsTurnedAway &connections)
{
    const QLocale locale;
    const qint64 total = connections.total();
    m_turnedAway->setText(tr("connections turned away: %1", nullptr, pluralCount(total)).arg(locale.toString(total)));
    const QStringList reasons{
        tr("Since the start; they left no capture"),
        tr("Closed to make room when too many were open: %1").arg(locale.toString(connections.forRoom)),
        tr("Answered 503, too many from one address: %1").arg(locale.toString(connections.forAddress)),
        tr("Never became encrypted (TLS): %1").arg(locale.toString(connections.failedHandshake))};
    m_turnedAway->setToolTip(reasons.join(u'\n'));
    m_turnedAway->setVisible(total > 0);
}

} // namespace seatscope
