// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/session/searchquestion.h"

#include <QObject>
#include <QThread>

#include <memory>

namespace seatscope {

class SearchReads;

/// Searches a journal with filters, in a thread of its own with a connection of its own: what reads all bodies must not
/// keep the inspector waiting. The thread starts with the first question. One question is one step of bounded work, so
/// who asks no further has cancelled. Lives in the thread that made it, where the signals are emitted; deleting it
/// waits for the step that runs.
class CaptureSearch : public QObject {
    Q_OBJECT

public:
    explicit CaptureSearch(const QString &journalPath, QObject *parent = nullptr);
    ~CaptureSearch() override;

    /// answered or failed follows, in the order of the questions. After a failure the same can be asked again.
    void ask(const seatscope::SearchQuestion &question);

Q_SIGNALS:
    void answered(const seatscope::SearchAnswerPtr &answer);
    void failed(const QString &message, seatscope::SearchQuestion::Kind kind, quint64 token);

private:
    QThread m_thread;
    std::unique_ptr<SearchReads> m_reads; ///< lives in m_thread
};

} // namespace seatscope
