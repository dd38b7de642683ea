// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/tokenedit.h"

#include "ui/theme/widgets.h"

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
      m_remove(new QPushButton(tr("Remove"), this))
{
    m_state->setAccessibleName(tr("Whether a token is set"));
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setMaxLength(mostCharacters);
    m_edit->setAccessibleName(tr("New token"));
    m_remove->setAccessibleName(tr("Remove the token from the keychain"));
    m_remove->setCheckable(true);
    m_remove->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_edit, 1);
    row->addWidget(m_remove);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(row);
    column->addWidget(m_state);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        if (!m_edit->text().isEmpty())
            m_remove->setChecked(false);
        showState();
    });
    connect(m_remove, &QPushButton::toggled, this, [this](bool removed) {
        m_removed = removed;
        if (removed)
            m_edit->clear();
        showState();
    });
    showState();
}

void TokenEdit::setHasToken(bool has)
{
    m_had = has;
    m_edit->clear();
    m_remove->setChecked(false);
    showState();
}

bool TokenEdit::hasToken() const
{
    return !m_edit->text().isEmpty() || (m_had && !m_removed);
}

std::optional<QByteArray> TokenEdit::newToken() const
{
    return m_edit->text().isEmpty() ? std::nullopt : std::optional(m_edit->text().toUtf8());
}

void TokenEdit::showState()
{
    m_remove->setEnabled(m_had);
    m_edit->setPlaceholderText(m_had && !m_removed ? tr("•••••••• type to replace it") : tr("type or paste a token"));
    if (!m_edit->text().isEmpty())
        m_state->setText(m_had ? tr("Replaces the token in the keychain.") : tr("Goes into the keychain."));
    else if (m_had && m_removed)
        m_state->setText(tr("Will be removed from the keychain: signatures are not checked then."));
    else
        m_state->setText(m_had ? tr("A token is set; requests without a valid signature are refused.")
                               : tr("No token is set: signatures are not checked."));
}

} // namespace seatscope
