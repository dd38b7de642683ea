// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/status/statusline.h"

#include "ui/theme/iconview.h"
#include "ui/theme/symbolicicon.h"
#include "ui/theme/widgets.h"

#include <QLocale>

namespace seatscope {

using namespace Qt::StringLiterals;

StatusLine::StatusLine(const QString &url, const AdmissionRules &rules, QWidget *parent)
    : QStatusBar(parent),
      m_address(add(tr("Where callbacks are received"))),
      m_rate(add(tr("Captures a second"))),
      m_captured(add(tr("Requests in the journal"))),
      m_refused(add(tr("Requests that were answered FAIL"))),
      m_overloaded(add(tr("Requests answered 503 since the start: too many waited, or nothing could be written"))),
      m_disk(add(tr("Size of the journal with its write-ahead log"))),
      m_notes(plainLabel({}, this))
{
    m_address->setText(url);
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    QStringList notes;
    if (rules.allowedApps.empty())
        notes += tr("any application accepted");
    if (rules.token.isEmpty())
        notes += tr("signatures not checked");
    m_notes->setText(QLocale().createSeparatedList(notes));
    m_notes->setToolTip(tr("Name the allowed applications with --sdkappid and the token with --token-file"));
    if (!notes.isEmpty())
        addPermanentWidget(new IconView(symbolicIcon(u"info"_s, Tint::Muted), 16, this));
    addPermanentWidget(m_notes);
    show(SessionCounters{});
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
    m_rate->setText(tr("%1/s").arg(locale.toString(counters.perSecond, 'f', counters.perSecond < 10 ? 1 : 0)));
    m_captured->setText(tr("%1 captured").arg(locale.toString(counters.captures)));
    m_refused->setText(tr("%1 refused").arg(locale.toString(counters.refused)));
    m_overloaded->setText(tr("%1 turned away").arg(locale.toString(counters.overloaded)));
    m_overloaded->setVisible(counters.overloaded > 0);
    m_disk->setText(
        tr("%1 on disk").arg(locale.formattedDataSize(counters.bytesOnDisk, 1, QLocale::DataSizeTraditionalFormat)));
}

} // namespace seatscope
