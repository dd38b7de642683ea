// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/pathedit.h"

#include "model/secrets/secretpath.h"
#include "ui/status/copybutton.h"
#include "ui/text/callbackurl.h"
#include "ui/theme/widgets.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

namespace seatscope {

using namespace Qt::StringLiterals;

PathEdit::PathEdit(QWidget *parent)
    : QWidget(parent),
      m_ordinary(new QRadioButton(tr("Ordinary"), this)),
      m_secret(new QRadioButton(tr("Secret"), this)),
      m_path(new QLineEdit(this)),
      m_shown(new QLineEdit(this)),
      m_generate(new QPushButton(tr("Generate"), this)),
      m_show(new QPushButton(tr("Show"), this)),
      m_copy(new CopyButton({}, tr("Copy the callback URL with the secret path"), this))
{
    m_ordinary->setAccessibleName(tr("Ordinary path"));
    m_secret->setAccessibleName(tr("Secret path"));
    m_path->setAccessibleName(tr("Path of the callback URL"));
    m_path->setFont(fixedFont());
    m_shown->setReadOnly(true);
    m_shown->setFont(fixedFont());
    m_shown->setAccessibleName(tr("Secret path, shortened unless shown"));
    m_generate->setAccessibleName(tr("Generate a new secret path"));
    m_show->setAccessibleName(tr("Show the whole secret path"));
    m_show->setCheckable(true);
    for (QPushButton *button : {m_generate, m_show})
        button->setAutoDefault(false);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(8);
    grid->addWidget(m_ordinary, 0, 0);
    grid->addWidget(m_path, 0, 1, 1, 4);
    grid->addWidget(m_secret, 1, 0);
    grid->addWidget(m_shown, 1, 1);
    grid->addWidget(m_generate, 1, 2);
    grid->addWidget(m_show, 1, 3);
    grid->addWidget(m_copy, 1, 4);
    grid->setColumnStretch(1, 1);
    setFocusProxy(m_ordinary);
    connect(m_generate, &QPushButton::clicked, this, &PathEdit::generate);
    connect(m_show, &QPushButton::toggled, this, &PathEdit::showSecret);
    connect(m_secret, &QRadioButton::toggled, this, [this](bool secret) {
        if (secret && m_secretPath.isEmpty())
            m_secretPath = generateSecretPath();
        showSecret();
    });
    m_ordinary->setChecked(true);
    showSecret();
}

void PathEdit::setRules(const AdmissionRules &rules)
{
    m_secretPath = rules.pathIsSecret ? rules.path : QByteArray();
    m_path->setText(rules.pathIsSecret ? u"/"_s : QString::fromLatin1(rules.path));
    (rules.pathIsSecret ? m_secret : m_ordinary)->setChecked(true);
    showSecret();
}

void PathEdit::writeTo(AdmissionRules &rules) const
{
    rules.pathIsSecret = m_secret->isChecked();
    rules.path = rules.pathIsSecret ? m_secretPath : m_path->text().trimmed().toLatin1();
}

void PathEdit::setBaseUrl(const QUrl &url)
{
    m_base = url;
    showSecret();
}

void PathEdit::generate()
{
    m_secretPath = generateSecretPath();
    showSecret();
}

void PathEdit::showSecret()
{
    const bool secret = m_secret->isChecked();
    m_path->setEnabled(!secret);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_shown, m_generate, m_show, m_copy})
        widget->setEnabled(secret);
    const QString path = secret ? QString::fromLatin1(m_secretPath) : QString();
    m_shown->setText(m_show->isChecked() ? path : shortenedPath(path));
    m_shown->setCursorPosition(0);
    QUrl url = m_base;
    url.setPath(path);
    m_copy->setTextToCopy(url.toString());
}

} // namespace seatscope
