// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/tokenedit.h"

#include "ui/theme/widgets.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace seatscope {

namespace {

/// RTC documentation 64412.
constexpr int mostCharacters = 128;

} // namespace

TokenEdit::TokenEdit(QWidget *parent)
    : QWidget(parent),
      m_state(paragraph({}, this)),
      m_edit(new QLineEdit(this)),
      m_useStored(new QCheckBox(tr("Use the token that the keychain holds"), this)),
      m_remove(new QPushButton(tr("Remove"), this))
{
    m_state->setAccessibleName(tr("Whether a token is set"));
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setMaxLength(mostCharacters);
    m_edit->setAccessibleName(tr("New token"));
    m_remove->setAccessibleName(tr("Remove the token from the keychain"));
    m_useStored->setAccessibleName(m_useStored->text());
    m_useStored->setToolTip(tr("One that was put there before, here or with “seatscope token --store”"));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_edit, 1);
    m_remove->setCheckable(true);
    m_remove->setAutoDefault(false);
    row->addWidget(m_remove);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(row);
    column->addWidget(m_useStored);
    column->addWidget(m_state);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        if (!m_edit->text().isEmpty()) {
            m_useStored->setChecked(false);
            m_remove->setChecked(false);
        }
        showState();
    });
    for (const QAbstractButton *button : std::initializer_list<QAbstractButton *>{m_useStored, m_remove}) {
        connect(button, &QAbstractButton::toggled, this, [this](bool on) {
            if (on)
                m_edit->clear();
            showState();
        });
    }
    showState();
}

void TokenEdit::setHasToken(bool has)
{
    m_had = has;
    m_edit->clear();
    m_useStored->setChecked(false);
    m_remove->setChecked(false);
    showState();
}

bool TokenEdit::hasToken() const
{
    const bool isKept = m_had ? !m_remove->isChecked() : m_useStored->isChecked();
    return isKept || !m_edit->text().isEmpty();
}

std::optional<QByteArray> TokenEdit::newToken() const
{
    return m_edit->text().isEmpty() ? std::nullopt : std::optional(m_edit->text().toUtf8());
}

void TokenEdit::showState()
{
    m_useStored->setVisible(!m_had);
    m_remove->setVisible(m_had);
    m_edit->setPlaceholderText(m_had && !m_remove->isChecked() ? tr("•••••••• type to replace it")
                                                               : tr("type or paste a token"));
    m_state->setText(stateText());
}

QString TokenEdit::stateText() const
{
    if (!m_edit->text().isEmpty())
        return m_had ? tr("Replaces the token in the keychain.")
                     : tr("Goes into the keychain, in place of one that it may hold.");
    if (m_had)
        return m_remove->isChecked() ? tr("Will be removed from the keychain: signatures are not checked then.")
                                     : tr("A token is set; requests without a valid signature are refused.");
    return m_useStored->isChecked() ? tr("Apply asks the keychain for its token: requests without a valid signature "
                                         "are refused from then on.")
                                    : tr("No token is set: signatures are not checked.");
}

} // namespace seatscope
