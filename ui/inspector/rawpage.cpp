// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/inspector/rawpage.h"

#include "ui/inspector/bodytext.h"
#include "ui/text/visibletext.h"
#include "ui/theme/widgets.h"

#include <QCheckBox>
#include <QLocale>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace seatscope {

RawPage::RawPage(QWidget *parent)
    : QWidget(parent),
      m_hex(new QCheckBox(tr("&Hex dump"), this)),
      m_note(paragraph({}, this)),
      m_text(bodyText(tr("Head and body as they came"), this))
{
    m_hex->setToolTip(tr("Offset, bytes and ASCII; offsets count from the first byte of the request"));
    m_note->setContentsMargins(8, 0, 8, 8);
    auto *controls = new QHBoxLayout;
    controls->setContentsMargins(8, 8, 8, 8);
    controls->addWidget(m_hex);
    controls->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(controls);
    column->addWidget(m_note);
    column->addWidget(m_text, 1);
    connect(m_hex, &QCheckBox::toggled, this, &RawPage::refresh);
}

void RawPage::show(const QByteArray &head, const QByteArray &body)
{
    m_head = head;
    m_body = body;
    refresh();
}

void RawPage::refresh()
{
    const qint64 total = m_head.size() + m_body.size();
    QByteArray shown = m_head.left(shownBodyLimit);
    shown += m_body.left(shownBodyLimit - shown.size());
    const QLocale locale;
    m_note->setText(tr("Showing the first %1 of %2 bytes.").arg(locale.toString(shown.size()), locale.toString(total)));
    m_note->setVisible(shown.size() < total);
    // A line of a hex dump must stay one line.
    m_text->setLineWrapMode(m_hex->isChecked() ? QPlainTextEdit::NoWrap : QPlainTextEdit::WidgetWidth);
    m_text->setPlainText(m_hex->isChecked() ? hexDump(shown) : visibleBytes(shown));
}

} // namespace seatscope
