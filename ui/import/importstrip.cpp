// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/import/importstrip.h"

#include <QPushButton>

namespace seatscope {

using namespace Qt::StringLiterals;

ImportStrip::ImportStrip(QWidget *parent)
    : WorkStrip(u"importStrip"_s,
                {tr("Import"), u"import"_s, tr("How much is imported"), tr("Nothing is imported"),
                 tr("Cancelling the import…")},
                parent),
      m_show(addButton(tr("Show"), tr("Filters the log for what was imported"))),
      m_open(addButton(tr("Open"), tr("Opens the new journal in a window of its own"))),
      m_newJournal(addButton(tr("Into a new journal…"), tr("Imports the same files into a journal of their own"))),
      m_unread(addButton(tr("What was not read…"), tr("Lists the places in the files, and why")))
{
}

void ImportStrip::stateShown(State state)
{
    if (state == State::Running || state == State::Cancelling)
        m_offers = {};
    m_show->setVisible(m_offers.show);
    m_open->setVisible(m_offers.open);
    m_newJournal->setVisible(m_offers.newJournal);
    m_unread->setVisible(m_offers.unread);
}

} // namespace seatscope
