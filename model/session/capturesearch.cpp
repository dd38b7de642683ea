// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/session/capturesearch.h"

#include "model/session/searchreads.h"

namespace seatscope {

using namespace Qt::StringLiterals;

CaptureSearch::CaptureSearch(const QString &journalPath, QObject *parent)
    : QObject(parent),
      m_reads(std::make_unique<SearchReads>(journalPath))
{
    m_thread.setObjectName(u"search"_s);
    SearchReads *reads = m_reads.get();
    connect(reads, &SearchReads::answered, this, &CaptureSearch::answered);
    connect(reads, &SearchReads::failed, this, &CaptureSearch::failed);
    // Direct: what lives in a thread must also go in it, and this thread waits for it then.
    connect(
        &m_thread, &QThread::finished, reads, [this] { m_reads.reset(); }, Qt::DirectConnection);
    reads->moveToThread(&m_thread);
}

CaptureSearch::~CaptureSearch()
{
    m_thread.quit();
    m_thread.wait();
}

void CaptureSearch::ask(const SearchQuestion &question)
{
    if (!m_thread.isRunning())
        m_thread.start();
    QMetaObject::invokeMethod(
        m_reads.get(), [reads = m_reads.get(), question] { reads->ask(question); }, Qt::QueuedConnection);
}

} // namespace seatscope
