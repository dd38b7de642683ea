// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/closingquestion.h"

#include "ui/exchange/exportcontroller.h"
#include "ui/import/importcontroller.h"

#include <QCloseEvent>
#include <QMainWindow>

namespace seatscope {

ClosingQuestion::ClosingQuestion(const ExportController &exporting, const ImportController &importing,
                                 QMainWindow *window)
    : QObject(window),
      m_exporting(exporting),
      m_importing(importing),
      m_window(window)
{
    connect(&exporting, &ExportController::ended, this, &ClosingQuestion::ended);
    connect(&importing, &ImportController::ended, this, &ClosingQuestion::ended);
}

QString ClosingQuestion::unfinished() const
{
    if (m_exporting.isRunning() && m_importing.isRunning())
        return tr("An export and an import are running.");
    if (m_exporting.isRunning())
        return tr("An export is running.");
    return m_importing.isRunning() ? tr("An import is running.") : QString();
}

bool ClosingQuestion::holds(QCloseEvent &event)
{
    const QString work = unfinished();
    if (work.isEmpty() || m_givesUp)
        return false;
    event.ignore();
    if (!m_box)
        ask(work);
    m_box->raise();
    return true;
}

void ClosingQuestion::ask(const QString &work)
{
    m_waits = false;
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Close SeatScope?"), work, QMessageBox::NoButton, m_window);
    m_box = box;
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("What is cancelled leaves nothing behind: no file, and no capture."));
    m_wait = box->addButton(tr("&Wait, then close"), QMessageBox::AcceptRole);
    m_giveUp = box->addButton(tr("Cancel it and &close"), QMessageBox::DestructiveRole);
    QPushButton *stay = box->addButton(tr("&Stay"), QMessageBox::RejectRole);
    for (QPushButton *button : {m_wait.data(), m_giveUp.data(), stay})
        button->setIcon({});
    box->setDefaultButton(m_wait);
    box->setEscapeButton(stay);
    connect(m_wait, &QPushButton::clicked, this, [this] { m_waits = true; });
    connect(m_giveUp, &QPushButton::clicked, this, [this] { m_givesUp = true; });
    // Queued: the window must not go while its box is still closing.
    connect(
        box, &QMessageBox::finished, this,
        [this] {
            if (m_givesUp || (m_waits && unfinished().isEmpty()))
                m_window->close();
        },
        Qt::QueuedConnection);
    box->open();
}

void ClosingQuestion::ended(bool isGood)
{
    // What went wrong is to be read.
    if (!isGood)
        m_waits = false;
    if (!unfinished().isEmpty())
        return;
    if (m_box && isGood)
        m_box->close();
    if (m_waits)
        m_window->close();
}

} // namespace seatscope
