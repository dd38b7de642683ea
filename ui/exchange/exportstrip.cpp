// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/exchange/exportstrip.h"

#include <QPushButton>

namespace seatscope {

using namespace Qt::StringLiterals;

ExportStrip::ExportStrip(QWidget *parent)
    : WorkStrip(u"exportStrip"_s,
                {tr("Export"), u"export"_s, tr("How much is exported"),
                 tr("No file is written; one that was there stays as it was"), tr("Cancelling the export…")},
                parent),
      m_folder(addButton(tr("Show folder"), tr("Opens the folder that the file is in")))
{
    connect(m_folder, &QPushButton::clicked, this, &ExportStrip::folderWanted);
}

void ExportStrip::stateShown(State state)
{
    m_folder->setVisible(state == State::Succeeded);
}

} // namespace seatscope
