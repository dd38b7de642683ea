// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/firstrun/firstrunpage.h"

#include "ui/status/copybutton.h"
#include "ui/status/testcallback.h"
#include "ui/text/callbackurl.h"
#include "ui/theme/iconview.h"
#include "ui/theme/symbolicicon.h"
#include "ui/theme/widgets.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

struct Card {
    QFrame *frame;
    QVBoxLayout *column;
};

Card makeCard(const QIcon &icon, const QString &title, QWidget *parent)
{
    auto *frame = new QFrame(parent);
    frame->setFrameShape(QFrame::StyledPanel);
    frame->setBackgroundRole(QPalette::Window);
    frame->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    auto *line = new QHBoxLayout;
    line->addWidget(new IconView(icon, 20, frame));
    QLabel *text = heading(title, frame);
    text->setWordWrap(true);
    line->addWidget(text, 1);
    column->addLayout(line);
    return {frame, column};
}

QLabel *command(const QString &text, QWidget *parent)
{
    QLabel *label = paragraph(text, parent);
    label->setFont(fixedFont());
    label->setMargin(8);
    label->setBackgroundRole(QPalette::Base);
    label->setAutoFillBackground(true);
    return label;
}

} // namespace

FirstRunPage::FirstRunPage(const QUrl &url, bool pathIsSecret, QWidget *parent)
    : QWidget(parent),
      m_intro(paragraph({}, this)),
      m_test(new TestCallback(this)),
      m_demo(new QPushButton(symbolicIcon(u"play"_s), tr("Show me demo traffic"), this))
{
    m_demo->setToolTip(tr("Plays rooms that change, through the own port; it is kept in the journal"));
    m_demo->setAccessibleName(m_demo->text());
    connect(m_demo, &QPushButton::clicked, this, &FirstRunPage::demoTrafficRequested);

    auto *content = new QWidget(this);
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(16);
    column->addStretch(1);
    column->addWidget(addressLine(url, pathIsSecret));
    column->addWidget(m_intro);
    column->addWidget(cards(url, pathIsSecret));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(16);
    buttons->addWidget(m_demo);
    buttons->addWidget(m_test, 1);
    column->addLayout(buttons);
    column->addStretch(2);

    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(content);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(area);
    setHadCaptures(false);
}

void FirstRunPage::setHadCaptures(bool had)
{
    m_intro->setText(
        had ? tr("Nothing is kept of what arrived: it was beyond the limits of the journal. Three steps bring "
                 "the callbacks of your application here; the rooms and their seats show up by themselves.")
            : tr("Nothing has arrived yet. Three steps bring the callbacks of your application here; the "
                 "rooms and their seats show up by themselves."));
}

QWidget *FirstRunPage::addressLine(const QUrl &url, bool pathIsSecret)
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    QLabel *text = heading(tr("SeatScope listens at %1").arg(shownUrl(url, pathIsSecret)), line);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    row->addWidget(text);
    row->addWidget(new CopyButton(url.toString(), tr("Copy the callback URL"), line));
    row->addStretch();
    return line;
}

QWidget *FirstRunPage::cards(const QUrl &url, bool pathIsSecret)
{
    auto *cards = new QWidget(this);
    auto *row = new QHBoxLayout(cards);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    for (QWidget *card : {listeningCard(), tunnelCard(url), consoleCard(url, pathIsSecret)})
        row->addWidget(card, 1);
    return cards;
}

QWidget *FirstRunPage::listeningCard()
{
    const Card card = makeCard(symbolicIcon(u"check"_s, Tint::Ok), tr("1 · It listens here"), this);
    card.column->addWidget(paragraph(tr("Done. Every request that reaches the address is answered as the documentation "
                                        "asks, and kept in the journal byte for byte."),
                                     card.frame));
    card.column->addStretch();
    return card.frame;
}

QWidget *FirstRunPage::tunnelCard(const QUrl &url)
{
    const Card card = makeCard(symbolicIcon(u"tunnel"_s), tr("2 · Make it public"), this);
    const QString ssh = u"ssh -N -R 8088:%1:%2 you@your-server"_s.arg(url.host()).arg(url.port(80));
    card.column->addWidget(paragraph(tr("Tencent must reach this machine. Open a tunnel from a server of yours to this "
                                        "port, for example:"),
                                     card.frame));
    card.column->addWidget(command(ssh, card.frame));
    card.column->addWidget(new CopyButton(ssh, tr("Copy the command"), card.frame));
    card.column->addWidget(
        paragraph(tr("The server needs “GatewayPorts yes”, or a web server that passes requests on to its port 8088."),
                  card.frame));
    card.column->addStretch();
    return card.frame;
}

QWidget *FirstRunPage::consoleCard(const QUrl &url, bool pathIsSecret)
{
    const Card card = makeCard(symbolicIcon(u"console"_s), tr("3 · Tell the console"), this);
    card.column->addWidget(paragraph(tr("In the Tencent RTC console open your application, go to its callback settings "
                                        "and paste the public URL of step 2 as the callback URL."),
                                     card.frame));
    if (pathIsSecret) {
        card.column->addWidget(
            paragraph(tr("It needs the secret path at its end: %1").arg(shortenedPath(url.path())), card.frame));
        card.column->addWidget(new CopyButton(url.path(), tr("Copy the secret path"), card.frame));
    }
    card.column->addWidget(paragraph(
        tr("Switch on the callback for changed seats. It takes effect after about two minutes."), card.frame));
    card.column->addStretch();
    return card.frame;
}

} // namespace seatscope
