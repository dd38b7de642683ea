// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/status/statusline.h"

#include "model/session/openlistening.h"
#include "ui/text/callbackurl.h"
#include "ui/theme/iconview.h"
#include "ui/theme/symbolicicon.h"
#include "ui/theme/widgets.h"

#include <QLocale>

namespace seatscope {

using namespace Qt::StringLiterals;

StatusLine::StatusLine(const QUrl &url, const SessionConfig &config, QWidget *parent)
    : QStatusBar(parent),
      m_limits(config.retention),
      m_address(add(tr("Where callbacks are received"))),
      m_rate(add(tr("Captures a second"))),
      m_captured(add(tr("Requests in the journal, and how many it keeps"))),
      m_refused(add(tr("Requests that were answered FAIL"))),
      m_overloaded(add(tr("Requests answered 503 since the start: too many waited, or nothing could be written"))),
      m_disk(add(tr("Size of the journal with its write-ahead log, and how large it may grow"))),
      m_open(plainLabel(tr("open to everybody"), this)),
      m_notes(plainLabel({}, this))
{
    m_address->setText(shownUrl(url, config.admission.pathIsSecret));
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    addNotes(config);
    show(SessionCounters{});
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
    m_rate->setText(tr("%1/s").arg(locale.toString(counters.perSecond, 'f', counters.perSecond < 10 ? 1 : 0)));
    m_captured->setText(
        tr("%1 of %2 captured").arg(locale.toString(counters.captures), locale.toString(m_limits.captures)));
    m_refused->setText(tr("%1 refused").arg(locale.toString(counters.refused)));
    m_overloaded->setText(tr("%1 turned away").arg(locale.toString(counters.overloaded)));
    m_overloaded->setVisible(counters.overloaded > 0);
    const auto size = [&locale](qint64 bytes) {
        return locale.formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
    };
    m_disk->setText(tr("%1 of %2 on disk").arg(size(counters.bytesOnDisk), size(m_limits.bytes)));
}

} // namespace seatscope
