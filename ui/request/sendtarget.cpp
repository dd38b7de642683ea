// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/request/sendtarget.h"

#include "ui/replay/replaytargets.h"
#include "ui/text/visibletext.h"
#include "ui/theme/tints.h"
#include "ui/theme/widgets.h"

#include <QCheckBox>
#include <QCompleter>
#include <QGridLayout>
#include <QLineEdit>
#include <QRadioButton>

namespace seatscope {

using namespace Qt::StringLiterals;

SendTarget::SendTarget(const QString &own, bool canSign, QWidget *parent)
    : QWidget(parent),
      m_own(new QRadioButton(tr("This &program, %1").arg(visibleText(own)), this)),
      m_other(new QRadioButton(tr("A&nother:"), this)),
      m_url(new QLineEdit(this)),
      m_remark(plainLabel({}, this)),
      m_mark(new QCheckBox(tr("&Mark it as a replay"), this)),
      m_fresh(new QCheckBox(tr("&Fresh EventTime"), this)),
      m_sign(new QCheckBox(tr("S&ign anew"), this))
{
    m_url->setPlaceholderText(u"http://127.0.0.1:8080"_s);
    m_url->setAccessibleName(tr("URL to send it to"));
    const ReplayTargets saved = ReplayTargets::load();
    QStringList urls;
    for (const SavedReplayTarget &target : saved.all())
        urls << target.url;
    auto *completer = new QCompleter(urls, m_url);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_url->setCompleter(completer);
    m_own->setChecked(true);
    m_mark->setChecked(true);
    m_mark->setToolTip(tr("Adds the field X-SeatScope-Replay, which names the capture that this one was made of. "
                          "What comes here always has it."));
    m_fresh->setToolTip(tr("Shifts every EventTime of the body so that the first is now"));
    m_sign->setEnabled(canSign);
    m_sign->setToolTip(canSign ? tr("Computes RequestTime and Sign of the query with the token of this session")
                               : tr("There is no token: one can be set under Settings"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_own, 0, 0, 1, 2);
    grid->addWidget(m_other, 1, 0);
    grid->addWidget(m_url, 1, 1);
    grid->addWidget(m_remark, 2, 1);
    auto *boxes = new QHBoxLayout;
    boxes->setSpacing(16);
    for (QCheckBox *box : {m_mark, m_fresh, m_sign})
        boxes->addWidget(box);
    boxes->addStretch();
    grid->addLayout(boxes, 3, 0, 1, 2);
    connect(m_own, &QRadioButton::toggled, this, &SendTarget::look);
    connect(m_url, &QLineEdit::textChanged, this, &SendTarget::look);
    connect(m_url, &QLineEdit::textEdited, this, [this] { m_other->setChecked(true); });
    look();
}

void SendTarget::setTarget(const QString &url)
{
    m_url->setText(url);
    m_other->setChecked(!url.isEmpty());
}

SendingOptions SendTarget::options() const
{
    SendingOptions options;
    if (m_other->isChecked())
        options.target = m_url->text().trimmed();
    options.mark = m_own->isChecked() || m_mark->isChecked();
    options.freshTimes = m_fresh->isChecked();
    options.signsAnew = m_sign->isChecked();
    return options;
}

QString SendTarget::problem() const
{
    if (m_own->isChecked())
        return {};
    const QString url = m_url->text().trimmed();
    return url.isEmpty() ? tr("Name an http or https URL.") : EditedSending::targetProblem(url);
}

void SendTarget::look()
{
    const QString text = problem();
    QPalette colours = palette();
    const bool isEmpty = m_url->text().trimmed().isEmpty();
    colours.setColor(QPalette::WindowText, tintColor(isEmpty ? Tint::Muted : Tint::Bad, palette()));
    m_remark->setPalette(colours);
    m_remark->setText(visibleText(text));
    m_url->setAccessibleDescription(text);
    // Here it has to say where it comes from.
    m_mark->setEnabled(m_other->isChecked());
    Q_EMIT changed();
}

} // namespace seatscope
